package dev.assay.inspect.ecosystem;

import static dev.assay.inspect.Zipped.zip;
import static dev.assay.inspect.ecosystem.Purls.purls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages of Java and Android, by what their archives tell. */
class JavaDependenciesTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void findsAnArchiveInsideAnArchiveByItsPomProperties() {
    byte[] inner =
        zip(
            "META-INF/maven/org.apache.logging.log4j/log4j-core/pom.properties",
            utf8("version=2.14.1\ngroupId=org.apache.logging.log4j\nartifactId=log4j-core\n"));
    Tree tree = Tree.ofASystem().file("opt/app.war", zip("WEB-INF/lib/log4j-core.jar", inner));
    Described found = tree.only("dependency");
    assertThat(found.component().purl())
        .isEqualTo("pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1");
    assertThat(found.component().name()).isEqualTo("org.apache.logging.log4j:log4j-core");
    assertThat(found.component().artifacts().getFirst())
        .startsWith("fw!/opt/app.war!/WEB-INF/lib/log4j-core.jar!/META-INF/");
  }

  private static String licence(String project) {
    String folder = "META-INF/maven/org.example/a/";
    byte[] jar =
        zip(
            Map.of(
                folder + "pom.properties",
                utf8("version=1\ngroupId=org.example\nartifactId=a\n"),
                folder + "pom.xml",
                utf8(project)));
    Described found = Tree.ofASystem().file("opt/a.jar", jar).only("dependency");
    return ((DependencyFacts) found.facts()).license();
  }

  @Test
  void readsTheLicencesOfAMavenProjectFromItsPom() {
    String project = "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">%s</project>";
    String licence = "<license><name>%s</name><url>https://example.org</url></license>";
    String one = licence.formatted("Apache\n  License 2.0");
    assertThat(licence(project.formatted("<licenses>" + one + "</licenses>")))
        .isEqualTo("Apache License 2.0");
    assertThat(
            licence(
                project.formatted("<licenses>" + one + licence.formatted("MIT") + "</licenses>")))
        .isEqualTo("Apache License 2.0 OR MIT");
    String elsewhere = "<dependencies><dependency>" + one + "</dependency></dependencies>";
    assertThat(licence(project.formatted(elsewhere))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<project><licenses><license><name>MIT",
        "<!DOCTYPE p [<!ENTITY a 'MIT'>]><project><licenses><license><name>&a;</name></license></licenses></project>",
      })
  void aPomThatIsNoneTellsNoLicence(String project) {
    assertThat(licence(project)).isEmpty();
  }

  @Test
  void knowsAnArchiveWithoutPomByItsManifest() {
    byte[] jar =
        zip(
            "META-INF/MANIFEST.MF",
            utf8(
                "Manifest-Version: 1.0\r\nBundle-SymbolicName: org.example.lo\r\n ng;singleton:=true\r\n"
                    + "Bundle-Version: 1.2.3\r\n\r\nName: x\r\nImplementation-Version: 9\r\n"));
    assertThat(purls(Tree.ofASystem().file("opt/a.jar", jar)))
        .containsExactly("pkg:generic/org.example.long@1.2.3");
  }

  @Test
  void aManifestThatNamesNothingIsNoPackage() {
    byte[] jar =
        zip("META-INF/MANIFEST.MF", utf8("Bundle-SymbolicName: ;\r\nBundle-Version: 1.2.3\r\n"));
    assertThat(purls(Tree.ofASystem().file("opt/a.jar", jar))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kafka_2.13-3.5.1.jar, pkg:generic/kafka_2.13@3.5.1",
    "log4j-1.2-api-2.14.1.jar, pkg:generic/log4j-1.2-api@2.14.1",
    "guava-31.1-jre.jar, pkg:generic/guava@31.1-jre",
    "netty-epoll-4.1.94.Final-linux-x86_64.jar, pkg:generic/netty-epoll@4.1.94.Final",
    "spring-5.0.0-RC2.war, pkg:generic/spring@5.0.0-RC2"
  })
  void knowsAnArchiveWhoseManifestNamesNothingByItsFile(String file, String purl) {
    byte[] archive = zip("META-INF/MANIFEST.MF", utf8("Manifest-Version: 1.0\r\n"));
    assertThat(purls(Tree.ofASystem().file("opt/" + file, archive))).containsExactly(purl);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tools.jar", "service-3.jar", "app-1.0-20210101.123456-1.jar", "a-b.jar"})
  void aFileNameWithoutAVersionIsNoPackage(String file) {
    byte[] archive = zip("META-INF/MANIFEST.MF", utf8("Manifest-Version: 1.0\r\n"));
    assertThat(purls(Tree.ofASystem().file("opt/" + file, archive))).isEmpty();
  }

  /** A library that was taken into an archive of another, also under other outer packages. */
  @Test
  void knowsTakenInLibrariesByTheirClasses() {
    Tree tree =
        Tree.ofASystem()
            .file("opt/app.jar", zip("shaded/com/google/gson/Gson.class", new byte[8]))
            .file("opt/other.jar", zip("xcom/google/gson/Gson.class", new byte[8]))
            .file(
                "opt/log4j-1.2.17.jar",
                zip("org/apache/log4j/net/SocketServer.class", new byte[9]));
    assertThat(purls(tree))
        .containsExactly("pkg:maven/com.google.code.gson/gson", "pkg:maven/log4j/log4j@1.2.17");
    assertThat(tree.all("dependency"))
        .extracting(each -> each.component().cpe())
        .contains("cpe:2.3:a:apache:log4j:1.2.17:*:*:*:*:*:*:*");
    assertThat(tree.all("dependency"))
        .filteredOn(each -> each.component().version().isEmpty())
        .singleElement()
        .satisfies(each -> assertThat(each.unknown()).containsKey("version"));
  }

  /** Maven Shade and its like rename from the outside; what is the library's alone stays. */
  @Test
  void knowsTakenInLibrariesWhoseOuterPackagesWereReplaced() {
    Tree tree =
        Tree.ofASystem()
            .file("opt/a.jar", zip("acme/json/jackson/databind/ObjectMapper.class", new byte[8]))
            .file("opt/b.jar", zip("org/codehaus/jackson/map/ObjectMapper.class", new byte[9]));
    assertThat(purls(tree))
        .containsExactly("pkg:maven/com.fasterxml.jackson.core/jackson-databind");
  }

  /** The manifest of an archive that is known by its classes would name it a second time. */
  @Test
  void namesAnArchiveOnce() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      zip.write(
          utf8(
              "Manifest-Version: 1.0\nImplementation-Title: log4j\nImplementation-Version: 1.2.17\n"));
      zip.putNextEntry(new ZipEntry("org/apache/log4j/net/SocketServer.class"));
      zip.write(new byte[8]);
    }
    assertThat(purls(Tree.ofASystem().file("opt/log4j-1.2.17.jar", out.toByteArray())))
        .containsExactly("pkg:maven/log4j/log4j@1.2.17");
  }

  @Test
  void readsWhatTheAndroidBuildLeavesOfLibraries() {
    String manifest =
        "<?xml version=\"1.0\"?>\n<manifest xmlns:android=\"http://schemas.android.com/apk/res/android\"\n"
            + "    package=\"com.example.scanner\">\n</manifest>\n";
    Tree tree =
        Tree.ofASystem()
            .file("app/one.apk", zip("META-INF/androidx.core_core-ktx.version", utf8("1.3.0\n")))
            .file(
                "app/two.apk",
                zip("META-INF/com.example_thing.version", utf8("task ':a' property 'version'\n")))
            .file("libs/scanner-2.4.1.aar", zip("AndroidManifest.xml", utf8(manifest)));
    assertThat(purls(tree))
        .containsExactly(
            "pkg:generic/com.example.scanner@2.4.1",
            "pkg:maven/androidx.core/core-ktx@1.3.0",
            "pkg:maven/com.example/thing");
  }
}
