package dev.assay.formats.mcuboot;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Parts;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads images for MCUboot. */
public final class McubootImage implements Container, Carvable {
  private static final byte[] MAGIC = {0x3D, (byte) 0xB8, (byte) 0xF3, (byte) 0x96};
  private static final int HEADER = 32;
  private static final int LARGEST_HEADER = 1 << 16;
  private static final int ENCRYPTED = 0x04 | 0x08;
  private static final int TRAILER = 0x6907;
  private static final int PROTECTED = 0x6908;
  private static final int FIRST_SIGNATURE = 0x20;
  private static final int LAST_SIGNATURE = 0x25;

  @Override
  public String type() {
    return "application/vnd.mcuboot.image";
  }

  @Override
  public boolean recognises(Bytes content) {
    if (!content.has(0, MAGIC) || content.size() < HEADER) {
      return false;
    }
    Block header = content.block(0, HEADER);
    int size = header.u16le(8);
    return size >= HEADER && size < LARGEST_HEADER && size + header.u32le(12) <= content.size();
  }

  /** A value of the trailer; {@code at} is where it starts. */
  private record Value(int type, long at, int length) {}

  @Override
  public void unpack(Bytes content, Listing listing) {
    if (!recognises(content)) {
      throw new Malformed("mcuboot.header", 8, "no header whose program is there");
    }
    Block header = content.block(0, HEADER);
    int headerSize = header.u16le(8);
    long size = header.u32le(12);
    long trailerAt = headerSize + size + header.u16le(10);
    List<Value> values = values(content, trailerAt, listing);
    List<Problem> problems = new ArrayList<>(digestProblems(content, trailerAt, values));
    if ((header.i32le(16) & ENCRYPTED) != 0) {
      problems.add(new Problem("mcuboot.encrypted", headerSize, "the program is encrypted"));
    }
    if (values.stream().noneMatch(McubootImage::isSignature)) {
      listing.problem(new Problem("mcuboot.unsigned", trailerAt, "no signature in the trailer"));
    }
    Parts parts = new Parts(content, "mcuboot", listing);
    parts.reserve(0, headerSize);
    parts.add("program", headerSize, size, problems);
    parts.reserve(headerSize + size, header.u16le(10));
    parts.reserve(trailerAt, trailerSize(content, trailerAt));
    parts.finish();
  }

  private static boolean isSignature(Value value) {
    return value.type() >= FIRST_SIGNATURE && value.type() <= LAST_SIGNATURE;
  }

  private static long trailerSize(Bytes content, long at) {
    return content.size() - at >= 4 && content.block(at, 2).u16le(0) == TRAILER
        ? Math.min(content.block(at, 4).u16le(2), content.size() - at)
        : 0;
  }

  private static List<Value> values(Bytes content, long trailerAt, Listing listing) {
    List<Value> values = new ArrayList<>();
    long size = trailerSize(content, trailerAt);
    if (size < 4) {
      listing.problem(new Problem("mcuboot.trailer", trailerAt, "no trailer behind the program"));
      return values;
    }
    long at = trailerAt + 4;
    while (at + 4 <= trailerAt + size) {
      Block value = content.block(at, 4);
      if (value.u16le(2) > trailerAt + size - at - 4) {
        listing.problem(new Problem("mcuboot.value", at, "a value is longer than the trailer"));
        break;
      }
      values.add(new Value(value.u16le(0), at + 4, value.u16le(2)));
      at += 4L + value.u16le(2);
    }
    return values;
  }

  private static List<Problem> digestProblems(Bytes content, long end, List<Value> values) {
    for (Value value : values) {
      String algorithm =
          switch (value.type()) {
            case 0x10 -> "SHA-256";
            case 0x11 -> "SHA-384";
            case 0x12 -> "SHA-512";
            default -> "";
          };
      if (!algorithm.isEmpty()) {
        byte[] stored = content.block(value.at(), value.length()).bytes(0, value.length());
        byte[] computed = Sums.digest(algorithm, content.slice(0, end));
        return Sums.check("mcuboot.digest", value.at(), stored, computed);
      }
    }
    return List.of(new Problem("mcuboot.no-digest", end, "no digest in the trailer"));
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.clone());
  }

  /** Only where a trailer follows the program. */
  @Override
  public OptionalLong extent(Bytes here) {
    if (!recognises(here)) {
      return OptionalLong.empty();
    }
    Block header = here.block(0, HEADER);
    long guarded = header.u16le(8) + header.u32le(12);
    long trailerAt = guarded + header.u16le(10);
    boolean hasGuarded =
        header.u16le(10) == 0
            || (here.size() - guarded >= 4 && here.block(guarded, 2).u16le(0) == PROTECTED);
    if (!hasGuarded || trailerAt > here.size()) {
      return OptionalLong.empty();
    }
    long size = trailerSize(here, trailerAt);
    return size >= 4 ? OptionalLong.of(trailerAt + size) : OptionalLong.empty();
  }
}
