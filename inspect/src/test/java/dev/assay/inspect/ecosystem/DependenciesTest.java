package dev.assay.inspect.ecosystem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import dev.assay.model.Names;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DependenciesTest {
  private static List<String> purls(Tree tree) {
    return tree.all("dependency").stream().map(each -> each.component().purl()).sorted().toList();
  }

  private static byte[] zip(String name, byte[] content) {
    return zip(Map.of(name, content));
  }

  private static byte[] zip(Map<String, byte[]> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

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

  /** A library that was taken into an archive of another, also under other outer packages. */
  @Test
  void aManifestThatNamesNothingIsNoPackage() {
    byte[] jar =
        zip("META-INF/MANIFEST.MF", utf8("Bundle-SymbolicName: ;\r\nBundle-Version: 1.2.3\r\n"));
    assertThat(purls(Tree.ofASystem().file("opt/a.jar", jar))).isEmpty();
  }

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

  @Test
  void readsInstalledNodePackagesWhereTheyBelong() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "srv/node_modules/lodash/package.json",
                "{\"name\":\"lodash\",\"version\":\"4.17.20\",\"license\":\"MIT\"}")
            .file(
                "srv/node_modules/@babel/core/package.json",
                "{\"name\":\"@babel/core\",\"version\":\"7.0.0\"}")
            .file(
                "srv/node_modules/lodash/fp/package.json",
                "{\"name\":\"fixture\",\"version\":\"0\"}");
    assertThat(purls(tree))
        .containsExactly("pkg:npm/%40babel/core@7.0.0", "pkg:npm/lodash@4.17.20");
    DependencyFacts facts = (DependencyFacts) tree.all("dependency").getLast().facts();
    assertThat(facts.license()).isEqualTo("MIT");
    assertThat(facts.declaredBy()).isEqualTo("installed metadata");
  }

  @Test
  void aLockFileThatIsNoneIsAProblemAndOpaque() {
    Tree tree =
        Tree.ofASystem()
            .file("a/package-lock.json", "{\"packages\":{\"node_modules/x\":")
            .file("vendor/composer/installed.json", "<?php");
    assertThat(purls(tree)).isEmpty();
    assertThat(tree.all("opaque"))
        .extracting(each -> each.component().artifacts().getFirst())
        .containsExactly("fw!/a/package-lock.json", "fw!/vendor/composer/installed.json");
    assertThat(tree.problems("a/package-lock.json")).containsExactly("json.damaged");
  }

  @Test
  void readsLockFilesOldAndNewWithoutWhatIsForDevelopment() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "a/package-lock.json",
                "{\"packages\":{\"\":{\"name\":\"me\"},\"node_modules/x\":{\"version\":\"1.0.0\"},"
                    + "\"node_modules/x/node_modules/y\":{\"version\":\"2.0.0\"},"
                    + "\"node_modules/z\":{\"version\":\"3.0.0\",\"dev\":true}}}")
            .file(
                "b/package-lock.json",
                "{\"dependencies\":{\"y\":{\"version\":\"2.1.0\",\"dependencies\":{\"w\":{\"version\":\"4.0.0\"}}}}}");
    assertThat(purls(tree))
        .containsExactly(
            "pkg:npm/w@4.0.0", "pkg:npm/x@1.0.0", "pkg:npm/y@2.0.0", "pkg:npm/y@2.1.0");
    DependencyFacts first =
        tree.all("dependency").stream()
            .map(each -> (DependencyFacts) each.facts())
            .filter(facts -> facts.version().equals("2.0.0"))
            .findFirst()
            .orElseThrow();
    assertThat(first.otherVersions()).containsExactly("2.1.0");
  }

  @Test
  void readsPythonMetadataUpToTheDescription() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "usr/lib/python3/site-packages/Zope.Interface-5.0.dist-info/METADATA",
                "Metadata-Version: 2.1\nName: Zope.Interface\nVersion: 5.0\nLicense: ZPL 2.1\n\nVersion: 9\n")
            .file("opt/six.egg-info", "Name: six\nVersion: 1.16.0\n");
    assertThat(purls(tree)).containsExactly("pkg:pypi/six@1.16.0", "pkg:pypi/zope-interface@5.0");
  }

  @Test
  void leavesToAPackageOfTheDistributionWhatItOwns() {
    Tree tree =
        Tree.ofASystem()
            .file("usr/lib/python3/dist-packages/six.egg-info", "Name: six\nVersion: 1.16.0\n")
            .file(
                "var/lib/dpkg/status",
                "Package: python3-six\nStatus: install ok installed\nVersion: 1.16.0-4\n")
            .file(
                "var/lib/dpkg/info/python3-six.list",
                "/usr/lib/python3/dist-packages/six.egg-info\n");
    assertThat(purls(tree)).isEmpty();
  }

  private static final byte[] LOG4J =
      zip(
          "META-INF/maven/org.apache.logging.log4j/log4j-core/pom.properties",
          utf8("version=2.14.1\ngroupId=org.apache.logging.log4j\nartifactId=log4j-core\n"));

  private static Tree withPackage(String name, String... paths) {
    return Tree.ofASystem()
        .file(
            "var/lib/dpkg/status",
            "Package: " + name + "\nStatus: install ok installed\nVersion: 2.14.1-1+deb11u1\n")
        .file("var/lib/dpkg/info/" + name + ".list", String.join("\n", paths) + "\n");
  }

  @Test
  void leavesToAPackageOfTheDistributionWhatIsInsideItsArchives() {
    Tree debian = withPackage("liblog4j2-java", "/usr/share/java/log4j-core.jar");
    assertThat(purls(debian.file("usr/share/java/log4j-core.jar", LOG4J))).isEmpty();
    assertThat(purls(debian.file("srv/log4j-core.jar", LOG4J))).isEmpty();
    byte[] wrapped = zip("lib/log4j-core.jar", LOG4J);
    assertThat(purls(debian.file("srv/app.war", wrapped))).isEmpty();
    byte[] other = zip("META-INF/maven/a/b/pom.properties", utf8("version=1\nartifactId=b\n"));
    assertThat(purls(debian.file("srv/b.jar", other))).containsExactly("pkg:maven/b@1");
  }

  /** The makers of add-on packages do not stand in the tracker of a distribution. */
  @Test
  void whatAnAddOnPackageBringsIsAComponentOfItsOwn() {
    Tree vendor = withPackage("acme", "/opt/acme/core.jar", "/usr/local/lib/core.jar");
    assertThat(purls(vendor.file("opt/acme/core.jar", LOG4J))).hasSize(1);
    assertThat(purls(withPackage("acme").file("usr/local/lib/core.jar", LOG4J))).hasSize(1);
  }

  @Test
  void copiesOfWhatAPackageOwnsInAnotherRootAreThePackages() {
    byte[] ramDisk = Tree.ofASystem().file("lib/core.jar", LOG4J).cpio();
    Tree debian =
        withPackage("liblog4j2-java", "/usr/share/java/log4j-core.jar")
            .file("boot/initrd.img", ramDisk);
    assertThat(purls(debian)).hasSize(1);
    assertThat(purls(debian.file("usr/share/java/log4j-core.jar", LOG4J))).isEmpty();
  }

  @Test
  void aVersionIsInDoubtWhereAPackageMayHaveMendedIt() {
    Tree unlisted =
        Tree.ofASystem()
            .file(
                "var/lib/dpkg/status",
                "Package: liblog4j2-java\nStatus: install ok installed\nVersion: 2.14.1-1\n")
            .file("usr/share/java/core.jar", LOG4J);
    assertThat(unlisted.only("dependency").unknown()).containsKey("version");
  }

  @Test
  void readsComposerGemsAndRocks() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "www/vendor/composer/installed.json",
                "{\"packages\":[{\"name\":\"monolog/monolog\",\"version\":\"v2.1.0\",\"license\":[\"MIT\"]}]}")
            .file(
                "usr/lib/ruby/specifications/rack-2.2.3.gemspec",
                "Gem::Specification.new do |s|\n  s.name = \"rack\".freeze\n  s.version = \"2.2.3\"\n  s.licenses = [\"MIT\".freeze]\nend\n")
            .file(
                "usr/lib/luarocks/rocks-5.1/lpeg/1.0-1/lpeg-1.0-1.rockspec",
                "package = \"LPeg\"\nversion = \"1.0-1\"\n");
    assertThat(purls(tree))
        .containsExactly(
            "pkg:composer/monolog/monolog@2.1.0", "pkg:gem/rack@2.2.3", "pkg:luarocks/LPeg@1.0-1");
  }

  private static final String MODULES =
      "0123456789abcdef"
          + "path\texample.org/tool\nmod\texample.org/tool\t(devel)\t\n"
          + "dep\tgolang.org/x/text\tv0.3.0\th1:x\n"
          + "dep\tgithub.com/old/thing\tv1.0.0\n=>\tgithub.com/new/thing\tv1.1.0\th1:y\n"
          + "0123456789abcdef";

  private static final List<String> GO =
      List.of(
          "pkg:golang/example.org/tool",
          "pkg:golang/github.com/new/thing@v1.1.0",
          "pkg:golang/golang.org/x/text@v0.3.0",
          "pkg:golang/stdlib@1.20.1");

  private static byte[] goInformation() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xFF);
    out.writeBytes(utf8(" Go buildinf:"));
    out.write(8);
    out.write(2);
    out.writeBytes(new byte[16]);
    out.write(8);
    out.writeBytes(utf8("go1.20.1"));
    out.write(MODULES.length() & 0x7F | 0x80);
    out.write(MODULES.length() >> 7);
    out.writeBytes(utf8(MODULES));
    return out.toByteArray();
  }

  @Test
  void readsGoBuildInformationWithStringsBesideIt() {
    byte[] elf = ElfWithSection.of(".go.buildinfo", goInformation());
    assertThat(purls(Tree.ofASystem().file("bin/tool", elf))).isEqualTo(GO);
  }

  /** As Go 1.20 writes it, with pointers of 8 bytes. */
  private static byte[] functionTable(String names) {
    ByteBuffer table = ByteBuffer.allocate(72 + names.length()).order(ByteOrder.LITTLE_ENDIAN);
    table.putInt(0xFFFFFFF1).putShort((short) 0).put((byte) 1).put((byte) 8);
    table.putLong(3).putLong(0).putLong(0x401000).putLong(72).putLong(72 + names.length());
    return table.put(72, utf8(names)).array();
  }

  private static Optional<Names> functions(byte[] table) {
    Map<String, byte[]> sections = new LinkedHashMap<>();
    sections.put(".go.buildinfo", goInformation());
    sections.put(".gopclntab", table);
    return Tree.ofASystem()
        .file("bin/tool", ElfWithSection.of(sections))
        .inspected()
        .code()
        .getFirst()
        .go();
  }

  @Test
  void readsTheFunctionsThatTheGoLinkerPutIn() {
    String names = "runtime.main\0main.main\0golang.org/x/net/http2.(*Framer).ReadFrame\0";
    assertThat(functions(functionTable(names)))
        .hasValueSatisfying(
            found -> {
              assertThat(found.has("golang.org/x/net/http2.(*Framer).ReadFrame")).isTrue();
              assertThat(found.has("main.main")).isFalse();
              assertThat(found.startWith("example.org/tool.main", "")).isTrue();
            });
  }

  @Test
  void aDamagedTableOfGoFunctionsIsNotTakenForAnEmptyOne() {
    byte[] table = functionTable("runtime.main\0");
    assertThat(functions(functionTable("other.main\0"))).isEmpty();
    for (int at : List.of(0, 7, 38, 46)) {
      byte[] damaged = table.clone();
      damaged[at] ^= 0x7F;
      assertThat(functions(damaged)).as("byte %d", at).isEmpty();
    }
    assertThat(functions(Arrays.copyOf(table, 40))).isEmpty();
  }

  @Test
  void readsGoBuildInformationBehindAddresses() {
    ByteBuffer info = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    info.put((byte) 0xFF).put(utf8(" Go buildinf:")).put((byte) 8).put((byte) 0);
    info.putLong(ElfWithSection.ADDRESS + 32).putLong(ElfWithSection.ADDRESS + 48);
    info.putLong(ElfWithSection.ADDRESS + 64).putLong(8);
    info.putLong(ElfWithSection.ADDRESS + 80).putLong(MODULES.length());
    info.put(64, utf8("go1.20.1")).put(80, utf8(MODULES));
    byte[] elf = ElfWithSection.of(".go.buildinfo", info.array());
    assertThat(purls(Tree.ofASystem().file("bin/tool", elf))).isEqualTo(GO);
    info.putLong(16, 7);
    byte[] astray = ElfWithSection.of(".go.buildinfo", info.array());
    assertThat(purls(Tree.ofASystem().file("bin/tool", astray))).isEmpty();
  }

  @Test
  void readsRustAuditDataOfWhatIsInTheProgram() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
      zlib.write(
          utf8(
              "{\"packages\":[{\"name\":\"tokio\",\"version\":\"1.0.1\",\"source\":\"crates.io\"},"
                  + "{\"name\":\"cc\",\"version\":\"1.0.0\",\"kind\":\"build\"}]}"));
    }
    byte[] elf = ElfWithSection.of(".dep-v0", out.toByteArray());
    assertThat(purls(Tree.ofASystem().file("bin/tool", elf)))
        .containsExactly("pkg:cargo/tokio@1.0.1");
  }
}
