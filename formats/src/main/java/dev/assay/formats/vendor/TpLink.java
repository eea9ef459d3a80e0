package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.parts.Parts;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Reads TP-Link's headers of 512 bytes, versions 1 to 3. */
public final class TpLink implements Container {
  private static final int HEADER = 512;

  /**
   * Where fields stand.
   *
   * @param digest MD5 of the file, these bytes replaced by the salt
   * @param places of kernel, root file system and boot loader: offset and size each
   * @param salts without and with a boot loader
   */
  private record Shape(int digest, int places, List<byte[]> salts) {}

  private static final Shape FIRST =
      new Shape(
          76,
          128,
          List.of(
              salt("dcd73aa5c39598fbddf9e7f40eae4738"), salt("8cef335bd5c5cefaa79c28dab2e90f42")));
  private static final Shape SECOND =
      new Shape(
          64,
          116,
          List.of(
              salt("dcd73aa5c39598fbdcf9e7f40eae4737"), salt("8cef335fd5c5cefaac9c28dab2e90f42")));

  private static byte[] salt(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String type() {
    return "application/vnd.tp-link.firmware";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (content.size() < HEADER || !content.has(1, new byte[3])) {
      return false;
    }
    return switch (content.block(0, 1).u8(0)) {
      case 1, 2 -> content.has(4, "TP-LINK Technologies") || namesSoundParts(content, FIRST, 124);
      case 3 ->
          content.has(0x8C, (byte) 0x55, (byte) 0xAA) && namesSoundParts(content, SECOND, 112);
      default -> false;
    };
  }

  /** Licensees put other names in place of TP-Link's. */
  private static boolean namesSoundParts(Bytes content, Shape shape, int lengthAt) {
    Block header = content.block(0, HEADER);
    long kernel = header.u32be(shape.places());
    long size = header.u32be(shape.places() + 4);
    return header.u32be(lengthAt) == content.size()
        && size > 0
        && kernel >= HEADER
        && size <= content.size() - kernel;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Block header = content.block(0, HEADER);
    Shape shape = header.u8(0) == 3 ? SECOND : FIRST;
    digestProblems(content, header, shape).forEach(listing::problem);
    Parts parts = new Parts(content, "tplink", listing);
    parts.reserve(0, HEADER);
    int at = shape.places();
    for (String name : List.of("kernel", "rootfs", "boot")) {
      parts.add(name, header.u32be(at), header.u32be(at + 4));
      at += 8;
    }
    parts.finish();
  }

  private static List<Problem> digestProblems(Bytes content, Block header, Shape shape) {
    byte[] stored = header.bytes(shape.digest(), 16);
    List<Problem> problems = List.of();
    for (byte[] salt : shape.salts()) {
      byte[] salted = header.bytes(0, HEADER);
      System.arraycopy(salt, 0, salted, shape.digest(), salt.length);
      byte[] computed = Sums.digest("MD5", Bytes.of(salted), content.from(HEADER));
      if (Arrays.equals(stored, computed)) {
        return List.of();
      }
      problems = Sums.check("tplink.digest", shape.digest(), stored, computed);
    }
    return problems;
  }
}
