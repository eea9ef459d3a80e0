package dev.assay.formats.squashfs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.EntryType;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/** SquashFS as vendors ship it. */
class VendorSquashFsTest {
  @TempDir Path directory;

  private static byte[] zlib(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** LZMA with its properties and dictionary, without its size, cut to the last {@code header}. */
  private static byte[] lzma(byte[] content, int lc, int lp, int pb, int header) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try {
      LZMA2Options options = new LZMA2Options();
      options.setLcLp(lc, lp);
      options.setPb(pb);
      options.setDictSize(1 << 16);
      try (LZMAOutputStream out = new LZMAOutputStream(packed, options, content.length)) {
        out.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] whole = packed.toByteArray();
    byte[] data = Arrays.copyOfRange(whole, 13 - header, whole.length);
    if (header > 0) {
      System.arraycopy(whole, 0, data, 0, header);
    }
    return data;
  }

  private static ByteOrder order(String name) {
    return name.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private static void assertHolds(byte[] image) {
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(SquashFs.class);
    Listed listed = Listed.of(new SquashFs(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entries).allSatisfy(entry -> assertThat(entry.problems()).isEmpty());
    assertThat(listed.paths())
        .containsExactly("etc", "etc/big", "etc/link", "etc/null", "etc/passwd");
    assertThat(listed.bytes("etc/passwd")).isEqualTo(ForgedSquashFs.PASSWD);
    assertThat(listed.bytes("etc/big")).isEqualTo(ForgedSquashFs.BIG);
    assertThat(listed.entry("etc/link").link()).isEqualTo("passwd");
    assertThat(listed.entry("etc/null").entryType()).isEqualTo(EntryType.CHARACTER_DEVICE);
    assertThat(listed.entry("etc/null").attributes().device()).isEqualTo(1L << 32 | 3);
    assertThat(listed.entry("etc/passwd").attributes().mode()).isEqualTo(0640);
    assertThat(listed.entry("etc/passwd").attributes().uid()).isEqualTo(1000);
    assertThat(listed.entry("etc/passwd").attributes().gid()).isEqualTo(1000);
    assertThat(new SquashFs().extent(Bytes.of(image), 0)).hasValue(image.length);
  }

  /** Found with its extent, in a dump too, and never as if it were empty. */
  @ParameterizedTest
  @ValueSource(strings = {"little", "big"})
  void saysThatVersion1IsNotRead(String order) {
    byte[] image = ForgedSquashFs.first(order(order));
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(SquashFs.class);
    Listed listed = Listed.of(new SquashFs(), Bytes.of(image));
    assertThat(listed.entries).isEmpty();
    assertThat(listed.problems).extracting(Problem::code).containsExactly("squashfs.version");
    byte[] dump = Arrays.copyOf(image, 3 * image.length);
    assertThat(new SquashFs().extent(Bytes.of(dump), 0)).hasValue(image.length);
    Hostile.survives(new SquashFs(), image);
  }

  @ParameterizedTest
  @CsvSource({"2, little", "2, big", "3, little", "3, big"})
  void readsOldVersionsInBothOrders(int version, String order) {
    assertHolds(ForgedSquashFs.image(version, order(order), VendorSquashFsTest::zlib));
  }

  @ParameterizedTest
  @CsvSource({"3, 0, 2, 0", "3, 0, 2, 5", "0, 2, 2, 0", "1, 2, 2, 5", "3, 0, 2, 13"})
  void readsLzmaWithAnotherHeaderOrNone(int lc, int lp, int pb, int header) {
    assertHolds(
        ForgedSquashFs.image(
            3, ByteOrder.BIG_ENDIAN, content -> lzma(content, lc, lp, pb, header)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqsh", "shsq", "qshs", "hsqt", "tqsh", "sqlz"})
  void readsWhatHasAnotherMagic(String magic) throws Exception {
    byte[] image = squashed("gzip");
    System.arraycopy(magic.getBytes(StandardCharsets.US_ASCII), 0, image, 0, 4);
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(SquashFs.class);
    FlashTree.assertHolds(Listed.of(new SquashFs(), Bytes.of(image)));
  }

  private byte[] squashed(String compressor) throws Exception {
    return FlashTree.in(directory)
        .image(
            "mksquashfs",
            "mksquashfs tree image -quiet -no-progress -noappend -comp " + compressor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xz", "lzma", "gzip"})
  void readsWhatNamesAnotherCompressor(String compressor) throws Exception {
    byte[] image = squashed(compressor);
    image[20] = 3;
    FlashTree.assertHolds(Listed.of(new SquashFs(), Bytes.of(image)));
  }

  @Test
  void aCompressorNobodyKnowsIsSaid() {
    byte[] image =
        ForgedSquashFs.image(
            3,
            ByteOrder.LITTLE_ENDIAN,
            content -> {
              byte[] scrambled = zlib(content);
              for (int i = 0; i < scrambled.length; i++) {
                scrambled[i] ^= 0x55;
              }
              return scrambled;
            });
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(SquashFs.class);
    Listed listed = Listed.of(new SquashFs(), Bytes.of(image));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("squashfs.compressor");
  }

  @ParameterizedTest
  @CsvSource({"2, little", "3, big"})
  void damageEndsInProblemsOnly(int version, String order) {
    Hostile.survives(
        new SquashFs(), ForgedSquashFs.image(version, order(order), VendorSquashFsTest::zlib));
  }
}
