package dev.assay.formats.rar;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.formats.rar.RarMember.Link;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/** Blocks of versions 1.5 to 4. */
final class Rar4Headers implements RarHeaders {
  private static final byte[] MAGIC = {'R', 'a', 'r', '!', 0x1A, 7, 0};
  private static final int FIXED = 7;
  private static final int LARGE = 0x100;
  private static final int DATA = 0x8000;
  private static final int HEADERS_ENCRYPTED = 0x80;
  private static final int PARTED = 3;
  private static final int ENCRYPTED = 4;
  private static final int DIRECTORY = 0xE0;
  private static final int STORED = 0x30;
  private static final int UNIX = 3;
  private static final int NAME_AT = 32;

  @Override
  public byte[] magic() {
    return MAGIC.clone();
  }

  /** Since version 3. */
  @Override
  public boolean areEnded() {
    return false;
  }

  @Override
  public RarBlock read(Bytes archive, long at) {
    int size = archive.block(at, FIXED).u16le(5);
    if (size < FIXED) {
      throw new Malformed("rar.header", at + 5, "header of " + size + " bytes");
    }
    Block header = archive.block(at, size);
    CRC32 crc = new CRC32();
    crc.update(header.array(), header.arrayOffset() + 2, size - 2);
    boolean sound = ((int) crc.getValue() & 0xFFFF) == header.u16le(0);
    int flags = header.u16le(3);
    RarBlock.Kind kind = kind(header.u8(2), flags);
    boolean file = kind == RarBlock.Kind.FILE;
    long data = file || (flags & DATA) != 0 ? header.u32le(7) : 0;
    if (file && (flags & LARGE) != 0) {
      data |= header.u32le(NAME_AT) << 32;
    }
    if (data < 0) {
      throw new Malformed("rar.header", at, "data of more than 2^63 bytes");
    }
    Optional<RarMember> member = file ? Optional.of(member(header, flags)) : Optional.empty();
    return new RarBlock(kind, sound, at + size, data, member);
  }

  private static RarBlock.Kind kind(int type, int flags) {
    return switch (type) {
      case 0x73 ->
          (flags & HEADERS_ENCRYPTED) != 0 ? RarBlock.Kind.ENCRYPTED : RarBlock.Kind.ARCHIVE;
      case 0x74 -> RarBlock.Kind.FILE;
      case 0x7B -> RarBlock.Kind.END;
      default -> RarBlock.Kind.OTHER;
    };
  }

  private static RarMember member(Block header, int flags) {
    boolean large = (flags & LARGE) != 0;
    byte[] name = header.bytes(large ? NAME_AT + 8 : NAME_AT, header.u16le(26));
    int end = 0;
    while (end < name.length && name[end] != 0) {
      end++;
    }
    return new RarMember(
        Names.decode(Arrays.copyOf(name, end)).replace('\\', '/'),
        (flags & DIRECTORY) == DIRECTORY,
        header.u8(15) == UNIX ? header.i32le(28) : 0,
        header.u32le(11) | (large ? header.u32le(NAME_AT + 4) << 32 : 0),
        header.u8(25) == STORED,
        OptionalInt.of(header.i32le(16)),
        (flags & ENCRYPTED) != 0,
        (flags & PARTED) != 0,
        Link.NONE);
  }
}
