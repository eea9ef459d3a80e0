package dev.assay.inspect.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageInspectorTest {
  @TempDir Path directory;

  private static final String DPKG =
      """
      Package: libssl3
      Status: install ok installed
      Section: libs
      Source: openssl (3.0.15-1)
      Version: 3.0.15-1~deb12u1
      Architecture: armhf
      Multi-Arch: same
      Maintainer: Debian OpenSSL Team <pkg@example.org>
      Description: Secure Sockets Layer toolkit
       Version: 9.9 is not this package's version
       .
       It ends here.

      Package: gone
      Status: deinstall ok config-files
      Version: 1.0

      Package: halfway
      Status: install ok half-configured
      Version: 2:4.17+dfsg-1
      Architecture: all
      """;

  private static List<PackageFacts> facts(Tree tree) {
    return tree.all("package").stream().map(each -> (PackageFacts) each.facts()).toList();
  }

  private static PackageSetFacts set(Tree tree) {
    return (PackageSetFacts) tree.only("package-set").facts();
  }

  /** As rpm 4.18 wrote it: {@code rpm -i --justdb} of two packages made with rpmbuild. */
  private static byte[] rpmDatabase() throws IOException {
    try (InputStream in =
        new GZIPInputStream(
            Objects.requireNonNull(
                PackageInspectorTest.class.getResourceAsStream("rpmdb.sqlite.gz")))) {
      return in.readAllBytes();
    }
  }

  @Test
  void dpkgsStatusNamesWhatIsInstalledWithItsLine() {
    Tree tree =
        Tree.ofASystem()
            .file("etc/os-release", "ID=debian\nVERSION_CODENAME=\"bookworm\"\n")
            .file("var/lib/dpkg/status", DPKG)
            .file("var/lib/dpkg/info/libssl3:armhf.list", "/.\n/usr\n/usr/lib/libssl.so.3\n");
    List<Described> packages = tree.all("package");
    assertThat(packages)
        .extracting(each -> each.component().name())
        .containsExactly("halfway", "libssl3");
    Described libssl = packages.get(1);
    assertThat(libssl.component().version()).isEqualTo("3.0.15-1~deb12u1");
    assertThat(libssl.component().purl())
        .isEqualTo(
            "pkg:deb/debian/libssl3@3.0.15-1~deb12u1?arch=armhf&distro=bookworm&upstream=openssl%403.0.15-1");
    assertThat(libssl.facts())
        .isEqualTo(
            new PackageFacts(
                "libssl3",
                "3.0.15-1~deb12u1",
                "armhf",
                "openssl",
                "Debian OpenSSL Team <pkg@example.org>",
                "dpkg",
                "installed",
                "libs",
                List.of("/.", "/usr", "/usr/lib/libssl.so.3"),
                List.of(),
                List.of()));
    assertThat(libssl.evidence().getFirst().evidence())
        .isEqualTo(Evidence.line("fw!/var/lib/dpkg/status", 1, "Package: libssl3"));
    assertThat(packages.get(0).component().purl())
        .isEqualTo("pkg:deb/debian/halfway@2:4.17%2Bdfsg-1?arch=all&distro=bookworm");
    assertThat(set(tree))
        .isEqualTo(
            new PackageSetFacts(
                "dpkg", List.of("halfway", "libssl3"), List.of("halfway"), List.of()));
  }

  @Test
  void imagesWithoutDpkgKeepAFileForEachPackage() {
    Tree tree =
        Tree.ofASystem()
            .file("var/lib/dpkg/status.d/base", "Package: base-files\nVersion: 12.4\n")
            .file(
                "var/lib/dpkg/status.d/base.md5sums",
                "Package: not-a-package\n7215ee9c7d9dc229d2921a40e899ec5f  usr/bin/base\n")
            .file("var/lib/dpkg/status.d/tz", "Package: tzdata\nVersion: 2024a\n");
    assertThat(facts(tree)).extracting(PackageFacts::name).containsExactly("base-files", "tzdata");
    assertThat(facts(tree).getFirst().files()).containsExactly("/usr/bin/base");
  }

  @Test
  void opkgsDatabaseHasTheFormOfDpkgs() {
    Tree tree =
        Tree.ofASystem()
            .file("etc/os-release", "ID=\"openwrt\"\n")
            .file(
                "usr/lib/opkg/status",
                "Package: dropbear\nVersion: 2022.82-6\nStatus: install user installed\n"
                    + "Architecture: mipsel_24kc\nInstalled-Time: 1\n\n"
                    + "Package: libc\nVersion: 1.2.4-4\nStatus: install hold installed\n")
            .file("usr/lib/opkg/info/dropbear.list", "/usr/sbin/dropbear\n");
    assertThat(facts(tree)).extracting(PackageFacts::manager).containsOnly("opkg");
    assertThat(facts(tree).getFirst().files()).containsExactly("/usr/sbin/dropbear");
    assertThat(tree.all("package").getFirst().component().purl())
        .isEqualTo("pkg:opkg/openwrt/dropbear@2022.82-6?arch=mipsel_24kc");
    assertThat(set(tree).incomplete()).isEmpty();
  }

  @Test
  void alpinesDatabaseListsPackagesAndTheirFiles() {
    Tree tree =
        Tree.ofASystem()
            .file("etc/os-release", "ID=alpine\nVERSION_ID=3.19.1\n")
            .file(
                "lib/apk/db/installed",
                "C:Q1abc=\nP:musl\nV:1.2.4_git20230717-r4\nA:x86_64\nS:1\no:musl\nm:A <a@b>\nF:lib\n"
                    + "R:ld-musl-x86_64.so.1\na:0:0:755\nF:\nR:top\n\n"
                    + "C:Q1def=\nP:ssl_client\nV:1.36.1-r15\nA:x86_64\no:busybox\n");
    assertThat(facts(tree)).extracting(PackageFacts::name).containsExactly("musl", "ssl_client");
    assertThat(facts(tree).getFirst().files()).containsExactly("/lib/ld-musl-x86_64.so.1", "/top");
    assertThat(facts(tree).getLast().source()).isEqualTo("busybox");
    assertThat(tree.all("package").getLast().evidence().getFirst().evidence())
        .isEqualTo(Evidence.line("fw!/lib/apk/db/installed", 15, "P:ssl_client"));
    assertThat(tree.all("package").getFirst().component().purl())
        .isEqualTo("pkg:apk/alpine/musl@1.2.4_git20230717-r4?arch=x86_64&distro=alpine-3.19.1");
    assertThat(tree.all("package").getLast().component().purl())
        .isEqualTo(
            "pkg:apk/alpine/ssl_client@1.36.1-r15?arch=x86_64&distro=alpine-3.19.1&upstream=busybox");
  }

  @Test
  void licencesAndNeedsAreThoseThatThePackagesDeclare() {
    Tree debian =
        Tree.ofASystem()
            .file(
                "var/lib/dpkg/status",
                """
                Package: curl
                Version: 7.88.1-10
                Depends: libcurl4 (= 7.88.1-10), zlib1g:any (>= 1:1.1.4), absent | ca-bundle
                Pre-Depends: libc6 (>= 2.34)

                Package: libcurl4
                Version: 7.88.1-10

                Package: libc6
                Version: 2.36-9

                Package: ca-certificates
                Version: 1
                Provides: ca-bundle (= 1)
                """)
            .file(
                "usr/share/doc/curl/copyright",
                """
                Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

                Files: *
                Copyright: someone
                License: curl

                Files: lib/x.c
                License: BSD-3-clause or GPL-2+

                Files: debian/*
                License: GPL-3

                License: curl
                 Permission to use …
                """);
    PackageFacts curl =
        facts(debian).stream().filter(each -> each.name().equals("curl")).findFirst().orElseThrow();
    assertThat(curl.dependsOn()).containsExactly("ca-certificates", "libc6", "libcurl4");
    assertThat(curl.licenses()).containsExactly("curl", "BSD-3-clause or GPL-2+");
    Tree alpine =
        Tree.ofASystem()
            .file(
                "lib/apk/db/installed",
                "P:musl\nV:1\nL:MIT\np:so:libc.musl-x86_64.so.1=1\n\n"
                    + "P:zlib\nV:1\nL:Zlib\nD:so:libc.musl-x86_64.so.1 !old\n");
    assertThat(facts(alpine)).flatExtracting(PackageFacts::licenses).containsExactly("MIT", "Zlib");
    assertThat(facts(alpine).getLast().dependsOn()).containsExactly("musl");
    Tree openwrt =
        Tree.ofASystem()
            .file("usr/lib/opkg/status", "Package: dropbear\nVersion: 1\nDepends: libc\n")
            .file("usr/lib/opkg/info/dropbear.control", "Package: dropbear\nLicense: MIT\n");
    assertThat(facts(openwrt).getFirst().licenses()).containsExactly("MIT");
    assertThat(facts(openwrt).getFirst().dependsOn()).isEmpty();
  }

  @Test
  void aDatabaseThatRpmWroteIsReadThoughItIsInWalMode() throws IOException {
    Tree tree =
        Tree.ofASystem()
            .file("etc/os-release", "ID=rocky\n")
            .file("var/lib/rpm/rpmdb.sqlite", rpmDatabase());
    assertThat(facts(tree))
        .containsExactly(
            new PackageFacts(
                "plain",
                "0.9-1.el9",
                "noarch",
                "plain-0.9-1.el9.src.rpm",
                "Example",
                "rpm",
                "installed",
                "System/Base",
                List.of(),
                List.of("MIT"),
                List.of()),
            new PackageFacts(
                "tiny",
                "1:1.2-3",
                "noarch",
                "tiny-1.2-3.src.rpm",
                "Example",
                "rpm",
                "installed",
                "System/Base",
                List.of(),
                List.of("MIT"),
                List.of()));
    assertThat(set(tree).packages()).containsExactly("plain", "tiny");
  }

  @Test
  void aLogThatWasNotWrittenBackLeavesTheRpmPackagesUnknown() throws IOException {
    Tree tree =
        Tree.ofASystem()
            .file("var/lib/rpm/rpmdb.sqlite", rpmDatabase())
            .file("var/lib/rpm/rpmdb.sqlite-wal", new byte[4152]);
    assertThat(tree.all("package")).hasSize(2);
    assertThat(tree.all("package-set"))
        .anySatisfy(
            set -> assertThat(set.unknown()).containsKeys("packages", "incomplete", "duplicated"));
  }

  @Test
  void aDamagedRpmDatabaseLeavesThePackagesUnknown() throws IOException {
    byte[] whole = rpmDatabase();
    byte[] zeroed = whole.clone();
    Arrays.fill(zeroed, 4096, zeroed.length, (byte) 0);
    for (byte[] damaged :
        List.of(Arrays.copyOf(whole, 5000), zeroed, new byte[2000], new byte[0])) {
      Tree tree = Tree.ofASystem().file("var/lib/rpm/rpmdb.sqlite", damaged);
      assertThat(tree.only("package-set").unknown())
          .containsKeys("packages", "incomplete", "duplicated");
    }
  }

  @Test
  void anRpmHeaderThatDoesNotHoldTogetherIsNotPassedOver() throws IOException {
    byte[] database = rpmDatabase();
    // The header of `tiny`: 0x3E index entries, 0x328 bytes of data, then the region's tag 0x3F.
    byte[] start = {0, 0, 0, 0x3E, 0, 0, 3, 0x28, 0, 0, 0, 0x3F};
    int blob = 0;
    while (!Arrays.equals(database, blob, blob + start.length, start, 0, start.length)) {
      blob++;
    }
    database[blob] = 0x7F;
    Tree tree = Tree.ofASystem().file("var/lib/rpm/rpmdb.sqlite", database);
    assertThat(facts(tree)).extracting(PackageFacts::name).containsExactly("plain");
    assertThat(tree.all("package-set"))
        .anySatisfy(set -> assertThat(set.unknown()).containsKey("packages"));
  }

  /** A database may compute what it seems to hold. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE VIEW Packages AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
            + " SELECT x AS hnum, zeroblob(100000) AS blob FROM c",
        "CREATE TABLE Packages (hnum INTEGER PRIMARY KEY, blob AS (zeroblob(900000000)));"
            + "INSERT INTO Packages (hnum) VALUES (1), (2), (3)",
        "CREATE VIRTUAL TABLE Packages USING fts5(hnum, blob)",
        "CREATE TABLE Packages (hnum INTEGER PRIMARY KEY, other BLOB)"
      })
  void aDatabaseThatIsAProgramIsNotRun(String script) throws Exception {
    Path file = directory.resolve("rpmdb.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
    Tree tree = Tree.ofASystem().file("var/lib/rpm/rpmdb.sqlite", Files.readAllBytes(file));
    assertThat(tree.all("package")).isEmpty();
    assertThat(tree.only("package-set").unknown()).containsKey("packages");
  }

  @Test
  void aLargeDatabaseIsReadWhole() throws Exception {
    Path file = Files.write(directory.resolve("rpmdb.sqlite"), rpmDatabase());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 12; i++) {
        statement.executeUpdate("INSERT INTO Packages (blob) SELECT blob FROM Packages");
      }
    }
    assertThat(Files.size(file)).isGreaterThan(8L << 20);
    Tree tree =
        Tree.ofASystem().file("usr/lib/sysimage/rpm/rpmdb.sqlite", Files.readAllBytes(file));
    assertThat(set(tree).packages()).containsExactly("plain", "tiny");
  }

  @Test
  void aPackageInTwoVersionsIsTold() {
    Tree tree =
        Tree.ofASystem()
            .file(
                "var/lib/dpkg/status",
                "Package: a\nVersion: 1\nArchitecture: armhf\n\nPackage: a\nVersion: 2\n"
                    + "Architecture: arm64\n");
    assertThat(set(tree).duplicated()).containsExactly("a");
    assertThat(tree.all("package")).hasSize(2);
  }

  @Test
  void unpackedIsNotCompleteButInTheDebianInstallerWhoseManagerSetsUpOnDemand() {
    String status = "Package: anna\nStatus: install ok unpacked\nVersion: 1.86\n";
    Tree system = Tree.ofASystem().file("var/lib/dpkg/status", status);
    assertThat(set(system).incomplete()).containsExactly("anna");
    Tree installer =
        Tree.ofASystem().file("var/lib/dpkg/status", status).file("usr/bin/udpkg", "program");
    assertThat(set(installer).incomplete()).isEmpty();
  }
}
