package dev.assay.formats.unread;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Formats;
import dev.assay.formats.Listing;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A file system whose directories are not read. What is found in it anywhere is listed, and that it
 * is not all. Magic numbers are those of Linux's headers of the file systems ({@code fs/}, {@code
 * include/uapi/linux/magic.h}), of ECMA-167 and of the makers' own documents.
 */
public enum UnreadFileSystem implements Container {
  /** Blocks have fewer than 64 KiB. */
  XFS("xfs", text(0, "XFSB"), hex(4, "0000")),
  BTRFS("btrfs", text(0x10040, "_BHRfS_M")),
  NTFS("ntfs", text(3, "NTFS    ")),
  REFS("refs", text(3, "ReFS\0\0\0\0")),
  HFS_PLUS("hfsplus", hex(1024, "482b0004")),
  HFS_X("hfsplus", hex(1024, "48580005")),
  APFS("apfs", text(32, "NXSB")),
  UDF("udf", text(0x8001, "BEA01"), text(0x8801, "NSR0")),
  NILFS2("nilfs2", hex(1024, "02000000"), hex(1030, "3434")),
  JFS("jfs", text(0x8000, "JFS1")),
  REISERFS("reiserfs", text(0x10034, "ReIsEr")),
  REISER4("reiser4", text(0x10000, "ReIsEr4")),
  UFS1("ufs", hex(9564, "54190100")),
  UFS1_BIG_ENDIAN("ufs", hex(9564, "00011954")),
  UFS2("ufs", hex(0x1055C, "19015419")),
  UFS2_BIG_ENDIAN("ufs", hex(0x1055C, "19540119")),
  GFS2("gfs2", hex(0x10000, "0116197000000001")),
  QNX6("qnx6", hex(0x2000, "22111968")),
  AXFS("axfs", hex(0, "48a0e4cd"), text(4, "Advanced XIP FS"));

  private record Mark(int offset, byte[] bytes) {}

  private static final List<UnreadFileSystem> ALL = List.of(values());

  private final String name;
  private final List<Mark> marks;

  UnreadFileSystem(String name, Mark... marks) {
    this.name = name;
    this.marks = List.of(marks);
  }

  private static Mark text(int offset, String text) {
    return new Mark(offset, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Mark hex(int offset, String hex) {
    return new Mark(offset, HexFormat.of().parseHex(hex));
  }

  /** The one that content is. */
  public static Optional<UnreadFileSystem> of(Bytes content) {
    for (UnreadFileSystem each : ALL) {
      if (each.recognises(content)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  @Override
  public String type() {
    return "application/x-" + name + "-image";
  }

  @Override
  public boolean recognises(Bytes content) {
    for (Mark mark : marks) {
      if (!content.has(mark.offset(), mark.bytes())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    listing.problem(
        new Problem(
            "filesystem.unsupported",
            marks.getFirst().offset(),
            "a file system of type " + name + ", whose directories are not read"));
    Formats.carving().unpack(content, listing);
  }
}
