package dev.assay.formats.rar;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.formats.rar.RarMember.Link;
import dev.assay.formats.rar.RarMember.Sort;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.CRC32;

/** Blocks of version 5. */
final class Rar5Headers implements RarHeaders {
  private static final byte[] MAGIC = {'R', 'a', 'r', '!', 0x1A, 7, 1, 0};
  private static final int CRC = 4;

  /** The size is a number of three bytes. */
  private static final int LARGEST = 1 << 21;

  private static final int EXTRA = 1;
  private static final int DATA = 2;
  private static final int PARTED = 0x18;
  private static final int DIRECTORY = 1;
  private static final int TIME = 2;
  private static final int HAS_CRC = 4;
  private static final int METHOD = 7 << 7;
  private static final int UNIX = 1;
  private static final int ENCRYPTION = 1;
  private static final int REDIRECTION = 5;

  @Override
  public byte[] magic() {
    return MAGIC.clone();
  }

  @Override
  public boolean areEnded() {
    return true;
  }

  @Override
  public RarBlock read(Bytes archive, long at) {
    Block start = archive.blockUpTo(at, CRC + 3);
    Numbers sizes = new Numbers(start.slice(CRC, start.size() - CRC), at + CRC);
    long size = sizes.number();
    if (size == 0 || size > LARGEST) {
      throw new Malformed("rar.header", at + CRC, "header of " + size + " bytes");
    }
    Block header = archive.block(at + CRC, sizes.position() + (int) size);
    CRC32 crc = new CRC32();
    crc.update(header.array(), header.arrayOffset(), header.size());
    boolean sound = (int) crc.getValue() == start.i32le(0);
    Block body = header.slice(sizes.position(), (int) size);
    long bodyAt = at + CRC + sizes.position();
    Numbers fields = new Numbers(body, bodyAt);
    long type = fields.number();
    long flags = fields.number();
    long extra = (flags & EXTRA) != 0 ? fields.number() : 0;
    long data = (flags & DATA) != 0 ? fields.number() : 0;
    if (extra > size) {
      throw new Malformed("rar.header", bodyAt, "extra area of " + extra + " bytes");
    }
    RarBlock.Kind kind = kind(type);
    Optional<RarMember> member =
        kind == RarBlock.Kind.FILE
            ? Optional.of(member(fields, fields.from((int) (size - extra)), flags))
            : Optional.empty();
    return new RarBlock(kind, sound, bodyAt + size, data, member);
  }

  private static RarBlock.Kind kind(long type) {
    return switch ((int) Math.min(type, 6)) {
      case 1 -> RarBlock.Kind.ARCHIVE;
      case 2 -> RarBlock.Kind.FILE;
      case 4 -> RarBlock.Kind.ENCRYPTED;
      case 5 -> RarBlock.Kind.END;
      default -> RarBlock.Kind.OTHER;
    };
  }

  private static RarMember member(Numbers fields, Numbers extra, long blockFlags) {
    long flags = fields.number();
    long size = fields.number();
    long attributes = fields.number();
    if ((flags & TIME) != 0) {
      fields.word();
    }
    OptionalInt crc = (flags & HAS_CRC) != 0 ? OptionalInt.of(fields.word()) : OptionalInt.empty();
    boolean stored = (fields.number() & METHOD) == 0;
    boolean unix = fields.number() == UNIX;
    String path = Names.decode(fields.text());
    boolean encrypted = false;
    Link link = Link.NONE;
    while (!extra.isAtEnd()) {
      Numbers record = extra.part();
      long type = record.number();
      encrypted |= type == ENCRYPTION;
      link = type == REDIRECTION ? link(record) : link;
    }
    return new RarMember(
        path,
        (flags & DIRECTORY) != 0,
        unix ? (int) attributes : 0,
        size,
        stored,
        crc,
        encrypted,
        (blockFlags & PARTED) != 0,
        link);
  }

  private static Link link(Numbers record) {
    Sort sort =
        switch ((int) Math.min(record.number(), 6)) {
          case 1, 2, 3 -> Sort.SYMBOLIC;
          case 4, 5 -> Sort.HARD;
          default -> Sort.NONE;
        };
    record.number();
    return new Link(sort, Names.decode(record.text()));
  }
}
