package dev.assay.formats.uefi;

import static dev.assay.formats.uefi.UefiTest.file;
import static dev.assay.formats.uefi.UefiTest.read;
import static dev.assay.formats.uefi.UefiTest.section;
import static dev.assay.formats.uefi.UefiTest.volume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Forged;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Seeds;
import dev.assay.formats.Tool;
import dev.assay.model.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed sections of firmware volumes. */
class EfiCompressionTest {
  private static final int[] BROTLI = {0x87, 0x9E, 0x0F, 0x7F, 0x63, 0x0D, 0x5A, 0xFB};
  private static final int[] UNKNOWN = {1, 2, 3, 4, 5, 6, 7, 8};

  /** What stands in a compressed section: a freeform section of text. */
  private static final byte[] INSIDE =
      section(0x18, "in a section ".repeat(1000).getBytes(StandardCharsets.US_ASCII));

  @TempDir Path directory;

  private static Listed in(byte[] sections) {
    return read(volume(file(7, sections)), FirmwareVolume.class);
  }

  private static void assertHasInside(byte[] section) {
    Listed listed = in(section);
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entries).allSatisfy(entry -> assertThat(entry.problems()).isEmpty());
    assertThat(listed.paths()).singleElement().asString().endsWith("0.freeform");
    assertThat(listed.bytes(listed.paths().getFirst()))
        .isEqualTo(Arrays.copyOfRange(INSIDE, 4, INSIDE.length));
  }

  /**
   * @param end last 8 bytes of the GUID
   */
  private static byte[] byGuid(int[] end, byte[] data) {
    Forged section = Forged.little().u32(0x3D532050L).u16(0x5CDA, 0x4FD0).u8(end).u16(24, 1);
    return section(2, section.bytes(data).toArray());
  }

  private static byte[] brotli(byte[] stream) {
    return byGuid(BROTLI, Forged.little().fill(0, 16).bytes(stream).toArray());
  }

  /** LHA's methods 5 and 7 are those of EFI 1.1 and Tiano. */
  private byte[] compressed(String method) throws Exception {
    Files.write(directory.resolve("inside"), INSIDE);
    Tool.run(directory, "jlha", "a" + method, "x.lzh", "inside");
    byte[] archive = Files.readAllBytes(directory.resolve("x.lzh"));
    ByteBuffer header = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int start = archive[20] == 2 ? header.getShort(0) : 2 + (archive[0] & 0xFF);
    int size = header.getInt(7);
    Forged section = Forged.little().u32(INSIDE.length).u8(1).u32(size).u32(INSIDE.length);
    return section(1, section.bytes(Arrays.copyOfRange(archive, start, start + size)).toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2o5", "0o7"})
  void readsWhatIsCompressedAsByEfi(String method) throws Exception {
    assertHasInside(compressed(method));
  }

  @Test
  void readsWhatIsCompressedByBrotli() {
    assertHasInside(brotli(Tool.filter(INSIDE, "brotli", "-c")));
  }

  @Test
  void whatCannotBeDecodedSaysSo() {
    byte[] standard = section(1, Forged.little().u32(100).u8(1).fill(5, 50).toArray());
    byte[] other = section(1, Forged.little().u32(100).u8(7).fill(5, 50).toArray());
    Forged body = Forged.little().bytes(standard).fill(0, 1).bytes(other).fill(0, 1);
    body.bytes(brotli(new byte[] {0x11, 0x22, 0x33})).fill(0, 1);
    body.bytes(byGuid(UNKNOWN, new byte[] {5}));
    assertThat(in(body.toArray()).entries)
        .flatExtracting(entry -> entry.problems().stream().map(Problem::code).toList())
        .containsExactly("uefi.compressed", "uefi.section", "brotli.damaged", "uefi.guided");
  }

  /** Codes of a single word take no bits, so that a block is little more than its tables. */
  @Test
  void tianoRefersBackFurtherThanEfi() {
    Bits bits = new Bits();
    bits.block(1, 'X', 0);
    for (int i = 0; i < 5; i++) {
      bits.block(0xFFFF, 'A', 0);
    }
    int size = 1 + 5 * 0xFFFF;
    // Distance 327676, less one: 18 bits behind a leading one.
    bits.block(1, 256, 19);
    bits.put(size - 1 - (1 << 18), 18);
    byte[] packed = bits.toArray();
    Forged data = Forged.little().u32(packed.length).u32(size + 3).bytes(packed);
    Bytes content = EfiCompression.decode(data.toBytes(), new HeapMemory(), bytes -> true);
    assertThat(content.slice(0, 2).text(2)).isEqualTo("XA");
    assertThat(content.from(size).text(3)).isEqualTo("XAA");
  }

  @Test
  void survivesDamage() throws Exception {
    byte[] compressed = compressed("0o7");
    Hostile.survives(new FirmwareVolume(), volume(file(7, compressed)));
    Seeds.plant("dev.assay.formats.uefi", Arrays.copyOfRange(compressed, 9, compressed.length));
    byte[] stream = Tool.filter(INSIDE, "brotli", "-c");
    Seeds.plant("dev.assay.formats.brotli", stream);
    byte[] brotli = brotli(stream);
    Hostile.survives(new FirmwareVolume(), volume(file(7, brotli)));
  }

  /** Bits from the high one down. */
  private static final class Bits {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int held;
    private int holding;

    void put(int value, int count) {
      for (int i = count - 1; i >= 0; i--) {
        held = held << 1 | value >> i & 1;
        if (++holding == 8) {
          bytes.write(held);
          held = 0;
          holding = 0;
        }
      }
    }

    void block(int codes, int character, int distance) {
      put(codes, 16);
      put(0, 5);
      put(0, 5);
      put(0, 9);
      put(character, 9);
      put(0, 5);
      put(distance, 5);
    }

    byte[] toArray() {
      put(0, 32);
      return bytes.toByteArray();
    }
  }
}
