package dev.assay.inspect.ecosystem;

import static dev.assay.inspect.Zipped.zip;
import static dev.assay.inspect.ecosystem.Purls.purls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What belongs to a package of the distribution is no dependency of its own. */
class LeftToPackagesTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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
}
