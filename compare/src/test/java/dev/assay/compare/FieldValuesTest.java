package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Fields that tools of other makers show are told in their words. */
class FieldValuesTest {
  /** Both from ssh-keygen, which shows the fingerprints below for them. */
  private static final String RSA =
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDSBvDkCwFv08prLv68G4neuJonmsMBsLdYEaD7T4UV"
          + "7W4SrHsBdl2sn240t097ax1bpiybaUZz/nmv9AmR7RDbSJlyiSMQuPyo3iWP052r3OJ3lsyOaRQO4Rdy"
          + "ujlqAJIVDKepL8h6DWxVowLwYWHtln1UWmslabzRaLrYyZ4ShQ== rsa of a test\n";

  private static final String ED25519 =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFV0uUm7okRRNuklq5rXZi6OKv/vQTBLMly8/z2sv3em"
          + " another\n";

  @Test
  void aPublicKeyIsToldAsSshKeygenShowsIt() {
    assertThat(aspects(RSA.getBytes(), ED25519.getBytes()))
        .contains(
            Aspect.change(
                "public key fingerprint",
                "SHA256:/kck/EqCii6GriaSipiypBox9DtHF/l1R58tlQgTcB4",
                "SHA256:eW+8r5oj7scf2lsxc/MArPihZmVrE3s3C8L6w/6Oh2s"),
            Aspect.change("public key algorithm", "ssh-rsa", "ssh-ed25519"),
            Aspect.change("public key bits", "1024", ""),
            Aspect.change("public key comment", "rsa of a test", "another"));
  }

  /** UDP from 10.0.0.1:53 to a port of fe80::42:0:0:1. */
  @Test
  void whoSendsAPacketToWhomIsTold() {
    String four = "\0".repeat(12) + "\10\0" + "\105\0\0\34\0\0\0\0\100\21\0\0\12\0\0";
    String six = "\0".repeat(12) + "\u0086\u00dd" + "\140\0\0\0\0\10\21\1";
    String link = "\u00fe\u0080" + "\0".repeat(8) + "\102" + "\0".repeat(3) + "\0\1";
    assertThat(
            aspects(
                ForgedMedia.capture(1, four + "\1\12\0\0\2\0\65\0\66\0\10\0\0"),
                ForgedMedia.capture(
                    1,
                    six
                        + link.substring(0, 9)
                        + "\0\0\102\0\0\0\1"
                        + link.substring(0, 16)
                        + "\0\65\0\66\0\10\0\0")))
        .contains(
            Aspect.change(
                "capture packet 1 from, to",
                "10.0.0.1.53 > 10.0.0.2.54, UDP",
                "fe80::42:0:1.53 > fe80::4200:0:1.54, UDP"));
  }

  /** Offsets in a page are those of Berkeley DB's {@code db_page.h}. */
  @Test
  void thePagesOfABerkeleyDatabaseAreToldInItsWords() {
    byte[] left = ForgedMedia.berkeley("key", "one");
    byte[] right = left.clone();
    right[32] = 3;
    right[48] = 0x21;
    right[88] = 1;
    right[512 + 4] = 7;
    right[512 + 16] = 2;
    right[512 + 22] = 90;
    right[512 + 24] = 2;
    assertThat(aspects(left, right))
        .contains(
            Aspect.change("database page 0 last_pgno", "0", "3"),
            Aspect.change("database page 0 flags", "0x0", "0x21 (duplicates, multiple-databases)"),
            Aspect.change("database page 0 root", "0", "1"),
            Aspect.change("database page 1 LSN", "[0][0]", "[0][7]"),
            Aspect.change("database page 1 next", "0", "2"),
            Aspect.change("database page 1 offset", "0", "90"),
            Aspect.change("database page 1 level", "1", "2"));
  }

  /** What a page of a hash holds lies from its end down, each behind a byte of its kind. */
  @Test
  void theEntriesOfABerkeleyHashAreToldByKey() {
    assertThat(aspects(hash("key", "one"), hash("key", "four")))
        .contains(
            Aspect.change("database key `key`", "`one`", "`four`"),
            Aspect.change("database page 1 entry 001", "at 504, len: 3", "at 503, len: 4"));
  }

  private static byte[] hash(String key, String value) {
    byte[] page = ForgedMedia.berkeley(key, value);
    int first = 512 - 1 - key.length();
    int second = first - 1 - value.length();
    page[512 + 25] = 13;
    page[512 + 26] = (byte) first;
    page[512 + 27] = (byte) (first >> 8);
    page[512 + 28] = (byte) second;
    page[512 + 29] = (byte) (second >> 8);
    return Forged.with(Forged.with(page, 512 + first, "\1" + key), 512 + second, "\1" + value);
  }

  private static List<Aspect> aspects(byte[] left, byte[] right) {
    return Compared.bytes(left, right).isDifferent().comparison().findings().stream()
        .flatMap(finding -> finding.aspects().stream())
        .toList();
  }
}
