package dev.assay.inspect.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftwareInspectorTest {
  private static final byte[] BUSYBOX = binary("BusyBox v1.36.1 (2024-01-01 00:00:00 UTC)");

  @Test
  void recognisesAProductWithItsVersionAndNames() {
    Described found = Tree.ofASystem().file("bin/busybox", BUSYBOX).only("software");
    assertEquals("software:fw#busybox@1.36.1", found.component().id());
    assertEquals("1.36.1", found.component().version());
    assertEquals("pkg:generic/busybox@1.36.1", found.component().purl());
    assertEquals("cpe:2.3:a:busybox:busybox:1.36.1:*:*:*:*:*:*:*", found.component().cpe());
    Evidence evidence = found.evidence().getFirst().evidence();
    assertEquals("fw!/bin/busybox", evidence.artifact());
    assertEquals("BusyBox v1.36.1", evidence.excerpt());
    assertTrue(found.unknown().isEmpty());
  }

  @Test
  void leavesToAPackageWhatItOwns() {
    Tree tree =
        Tree.ofASystem()
            .file("usr/bin/busybox", BUSYBOX)
            .file(
                "var/lib/dpkg/status",
                "Package: busybox\nStatus: install ok installed\nVersion: 1:1.36.1-9\n")
            .file("var/lib/dpkg/info/busybox.list", "/.\n/bin\n/bin/busybox\n");
    assertEquals(List.of(), tree.all("software"));
    assertEquals(List.of(), tree.file("srv/chroot/bin/busybox", BUSYBOX).all("software"));
    byte[] other = binary("BusyBox v1.36.1 (another build)");
    assertEquals(1, tree.file("srv/busybox", other).all("software").size());
  }

  @Test
  void leavesToAPackageOfThatNameWhoseFilesAreNotListed() {
    Tree tree =
        Tree.ofASystem()
            .file("bin/busybox", BUSYBOX)
            .file(
                "var/lib/dpkg/status",
                "Package: busybox\nStatus: install ok installed\nVersion: 1:1.36.1-9\n");
    assertEquals(List.of(), tree.all("software"));
  }

  @Test
  void countsCopiesAndNamesOtherVersions() {
    List<Described> found =
        Tree.ofASystem()
            .file("bin/busybox", BUSYBOX)
            .file("recovery/busybox", binary("BusyBox v1.36.1 (another build)"))
            .file("old/busybox", binary("BusyBox v1.20.2 (2013)"))
            .all("software");
    SoftwareFacts old = (SoftwareFacts) found.get(0).facts();
    SoftwareFacts current = (SoftwareFacts) found.get(1).facts();
    assertEquals(List.of("1.36.1"), old.otherVersions());
    assertEquals(List.of("old/busybox"), old.places());
    assertEquals(2, current.copies());
    assertEquals(List.of("bin/busybox", "recovery/busybox"), current.places());
  }

  @Test
  void aBundledScriptIsThePackageOfNpm() {
    String bundle =
        "!function(){/*! jQuery v3.4.1 | (c) JS Foundation and other contributors */var a=1}();\n"
            + "/*!\n * Bootstrap v4.3.1 (https://getbootstrap.com/)\n */\n";
    List<Described> found = Tree.ofASystem().file("www/app.min.js", bundle).all("software");
    assertEquals(
        List.of("pkg:npm/bootstrap@4.3.1", "pkg:npm/jquery@3.4.1"),
        found.stream().map(each -> each.component().purl()).toList());
    assertEquals("cpe:2.3:a:jquery:jquery:3.4.1:*:*:*:*:*:*:*", found.get(1).component().cpe());
  }

  @Test
  void aPeripheralsFirmwareIsKnownByItsTag() {
    Described found =
        Tree.ofASystem()
            .file(
                "lib/firmware/brcm/brcmfmac43455-sdio.bin",
                binary("43455c0-roml/sdio-ag-p2p Version: 7.45.206 (r725000 CY) CRC: 7c0e3a8e"))
            .only("software");
    assertEquals("pkg:generic/brcmfmac-firmware@7.45.206", found.component().purl());
  }

  @Test
  void takesNoTextForAProgram() {
    Tree tree = Tree.ofASystem().file("usr/share/doc/news", "BusyBox v1.36.1 is out\n");
    assertEquals(List.of(), tree.all("software"));
  }

  @Test
  void aSentenceThatNamesAnotherVersionIsNoneOfTheProgram() {
    String own = "OpenVPN 2.6.14 mipsel-unknown-linux\000";
    String told = "measured (requires OpenVPN 1.5 or higher at the other end)\000";
    String number = "\u00faGx";
    for (String program : List.of(own + told, told + own, told + number + own)) {
      assertEquals(
          "pkg:generic/openvpn@2.6.14",
          Tree.ofASystem().file("sbin/o", binary(program)).only("software").component().purl());
    }
  }

  /** A translation of a program, and a journal in which one tells that it starts. */
  @ParameterizedTest
  @CsvSource({
    "DE120495, usr/share/locale/de/LC_MESSAGES/t.mo",
    "4C504B5348485248, var/log/journal/system.journal"
  })
  void whatSpeaksOfProgramsIsNone(String magic, String path) {
    byte[] content = new byte[64];
    byte[] start = HexFormat.of().parseHex(magic);
    System.arraycopy(start, 0, content, 0, start.length);
    byte[] text = "\0TigerVNC 1.3.80\0".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(text, 0, content, 32, text.length);
    assertEquals(List.of(), Tree.ofASystem().file(path, content).all("software"));
    content[0] = 0;
    assertEquals(1, Tree.ofASystem().file(path, content).all("software").size());
  }

  /**
   * Apache's server tells with which headers of PCRE2 it was built, NNG with which of Mbed TLS, and
   * they hold none of their code.
   */
  @ParameterizedTest
  @CsvSource({
    "10.42 2022-12-11, POSIX named classes are supported only within a class, pkg:generic/pcre2@10.42",
    "mbed TLS 2.28.0, TLS-RSA-WITH-AES-128-CCM, pkg:generic/mbedtls@2.28.0",
    "Mbed TLS 3.6.2, Generic EC key, pkg:generic/mbedtls@3.6.2",
  })
  void theVersionOfHeadersIsNoCopyOfTheLibrary(String version, String code, String purl) {
    String told = "\000" + version + "\000";
    assertEquals(List.of(), Tree.ofASystem().file("bin/d", binary(told)).all("software"));
    assertEquals(
        purl,
        Tree.ofASystem().file("bin/d", binary(told + code)).only("software").component().purl());
  }

  @Test
  void splitsTheUpdateOffAVersionInACpeName() {
    Described found =
        Tree.ofASystem().file("sbin/sshd", binary("OpenSSH_9.2p1 Debian-2")).only("software");
    assertEquals("9.2p1", found.component().version());
    assertEquals("cpe:2.3:a:openbsd:openssh:9.2:p1:*:*:*:*:*:*", found.component().cpe());
  }

  /** Years of snapshots call themselves by the release that was to come. */
  @Test
  void aSnapshotIsNotTheReleaseItPrecedes() {
    Described found =
        Tree.ofASystem().file("bin/netstat", binary("net-tools 2.10-alpha")).only("software");
    assertEquals("pkg:generic/net-tools", found.component().purl());
    Described release =
        Tree.ofASystem().file("bin/netstat", binary("net-tools 2.10")).only("software");
    assertEquals("pkg:generic/net-tools@2.10", release.component().purl());
  }

  private static byte[] binary(String text) {
    return ("\0\1\2\3" + text + "\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
  }
}
