package dev.assay.compare;

import static dev.assay.compare.Forged.big;
import static dev.assay.compare.Forged.concat;
import static dev.assay.compare.Forged.little;
import static dev.assay.compare.Forged.padded;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Images of Android whose parts other images have, too, and what stands around these. */
class AndroidPairsTest {
  private static final int PAGE = 4096;

  private static byte[] vendorBoot(int kernelAddress, String ramdisk, String board) {
    byte[] header =
        little(
            "VNDRBOOT",
            4,
            PAGE,
            kernelAddress,
            0x1000000,
            ramdisk.length(),
            padded("quiet", 2048),
            0x100,
            padded("a name", 16),
            2128,
            4,
            0x1F00000L,
            108,
            1,
            108,
            5);
    byte[] table = little(ramdisk.length(), 0, 1, padded("first", 32), padded(board, 64));
    return concat(page(header), page(ramdisk), page("tree"), page(table), page("x=1\ny"));
  }

  private static byte[] page(String text) {
    return padded(text, PAGE);
  }

  private static byte[] page(byte[] content) {
    return java.util.Arrays.copyOf(content, PAGE);
  }

  private static byte[] dtbo(int id, String... overlays) {
    byte[] entries = new byte[0];
    byte[] all = new byte[0];
    int at = 32 + 32 * overlays.length;
    for (String overlay : overlays) {
      entries = concat(entries, big(overlay.length(), at + all.length, id, 1, 0, 0, 0, 0));
      all = concat(all, Forged.bytes(overlay));
    }
    int total = at + all.length;
    return concat(big(0xD7B7AB1E, total, 32, 32, overlays.length, 32, 2048, 0), entries, all);
  }

  @Test
  void fieldsOfAVendorBootImageAreNamed() {
    byte[] plain = vendorBoot(0x8000, "ramdisk", "board");
    assertThat(Compared.bytes(plain, vendorBoot(0x9000, "ramdisk", "board")).aspects())
        .containsExactly("vendor boot kernel address");
    assertThat(Compared.bytes(plain, vendorBoot(0x8000, "ramdisk", "other")).aspects())
        .containsExactly("vendor boot ramdisk 0");
  }

  @Test
  void aRamdiskOfAnotherTimeIsNoOtherVendorBootImage() {
    String first = latin1(Forged.gzip("etc/passwd", "", "", 1));
    String second = latin1(Forged.gzip("etc/passwd", "name", "", 2));
    Compared.bytes(vendorBoot(0x8000, first, "b"), vendorBoot(0x8000, second, "b"))
        .isEquivalentExcept(
            Equivalence.LAYOUT, Equivalence.MTIME, Equivalence.BUILD_PATH, Equivalence.COMPRESSION);
  }

  @Test
  void theBoardOfAnOverlayIsNamedAndItsPlaceIsNot() {
    byte[] plain = dtbo(7, "overlay", "more");
    assertThat(Compared.bytes(plain, dtbo(8, "overlay", "more")).isDifferent().aspects())
        .containsExactly("dtbo board of overlay 0", "dtbo board of overlay 1");
    String first = latin1(Forged.gzip("etc/passwd", "", "", 1));
    String second = latin1(Forged.gzip("etc/passwd", "name", "", 2));
    Compared.bytes(dtbo(7, first, "more"), dtbo(7, second, "more"))
        .isEquivalentExcept(
            Equivalence.LAYOUT, Equivalence.MTIME, Equivalence.BUILD_PATH, Equivalence.COMPRESSION);
  }

  @Test
  void noByteDiffersUnnoticed() {
    for (byte[] plain :
        new byte[][] {vendorBoot(0x8000, "ramdisk", "board"), dtbo(7, "overlay", "more")}) {
      for (int at = 0; at < plain.length; at += at < 200 ? 1 : 7) {
        byte[] flipped = plain.clone();
        flipped[at] ^= 0x41;
        assertThat(Compared.bytes(plain, flipped).comparison().findings())
            .as("byte %#x", at)
            .isNotEmpty();
      }
    }
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
