package dev.assay.inspect.hostile;

import static dev.assay.inspect.hostile.Archives.lzma;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of the corpus; a class for each kind of trick. */
abstract class HostileTable {
  /** What is odd and yet no problem. */
  static final String NONE = "";

  static final byte[] TEXT =
      "a line of text that compresses well\n".repeat(200).getBytes(StandardCharsets.US_ASCII);

  private final List<HostileProduct> rows = new ArrayList<>();
  private String group = "";

  /** Adds its rows. */
  abstract void fill();

  List<HostileProduct> rows() {
    fill();
    return List.copyOf(rows);
  }

  final void group(String name) {
    group = name;
  }

  final void row(String name, byte[] content, String problem) {
    rows.add(new HostileProduct(group, name, Bytes.of(content), problem));
  }

  static byte[] f2fs(int at, long value) {
    return Draft.set32(Images.f2fs(), at, LITTLE_ENDIAN, value);
  }

  /**
   * A block of 65,535 matches of 256 bytes each, in 54 bits: a code of a single word takes none.
   */
  static byte[] efi() {
    return efi(new byte[] {-1, -1, 0, 0, 0x1F, (byte) 0xD0, 0, 0}, 8);
  }

  static byte[] efi(long length) {
    return efi(new byte[100], length);
  }

  static byte[] efi(byte[] packed, long length) {
    Draft section = Draft.little().u32(4 << 20).u8(1).u32(length, 4 << 20);
    return Images.section(1, section.bytes(packed).done());
  }

  static byte[] guided(byte[] lzma) {
    Draft section = Draft.little().u32(0xEE4E5898L).u16(0x3914, 0x4259);
    section.u8(0x9D, 0x6E, 0xDC, 0x7B, 0xD7, 0x94, 0x03, 0xCF).u16(24, 1).bytes(lzma);
    return Images.section(2, section.done());
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static int directory(byte[] zip) {
    return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
  }
}
