package dev.assay.formats.unread;

import static dev.assay.formats.named.Named.hex;
import static dev.assay.formats.named.Named.text;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Formats;
import dev.assay.formats.Listing;
import dev.assay.formats.named.Named;
import dev.assay.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A file system whose directories are not read. What is found in it anywhere is listed, and that it
 * is not all. Magic numbers are those of Linux's headers of the file systems ({@code fs/}, {@code
 * include/uapi/linux/magic.h}), of ECMA-167 and of the makers' own documents.
 */
public enum UnreadFileSystem implements Container {
  /** Blocks have fewer than 64 KiB. */
  XFS(text("application/x-xfs-image", 0, "XFSB").and(4, "\0\0")),
  BTRFS(text("application/x-btrfs-image", 0x10040, "_BHRfS_M")),
  NTFS(text("application/x-ntfs-image", 3, "NTFS    ")),
  REFS(text("application/x-refs-image", 3, "ReFS\0\0\0\0")),
  HFS_PLUS(text("application/x-hfsplus-image", 1024, "H+\0\4")),
  HFS_X(text("application/x-hfsplus-image", 1024, "HX\0\5")),
  APFS(text("application/x-apfs-image", 32, "NXSB")),
  UDF(text("application/x-udf-image", 0x8001, "BEA01").and(0x8801, "NSR0")),
  NILFS2(text("application/x-nilfs2-image", 1024, "\2\0\0\0").and(1030, "44")),
  JFS(text("application/x-jfs-image", 0x8000, "JFS1")),
  REISERFS(text("application/x-reiserfs-image", 0x10034, "ReIsEr")),
  REISER4(text("application/x-reiser4-image", 0x10000, "ReIsEr4")),
  UFS1(hex("application/x-ufs-image", 9564, "54190100")),
  UFS1_BIG_ENDIAN(hex("application/x-ufs-image", 9564, "00011954")),
  UFS2(hex("application/x-ufs-image", 0x1055C, "19015419")),
  UFS2_BIG_ENDIAN(hex("application/x-ufs-image", 0x1055C, "19540119")),
  GFS2(hex("application/x-gfs2-image", 0x10000, "0116197000000001")),
  QNX6(hex("application/x-qnx6-image", 0x2000, "22111968")),
  AXFS(hex("application/x-axfs-image", 0, "48a0e4cd").and(4, "Advanced XIP FS"));

  private static final List<UnreadFileSystem> ALL = List.of(values());

  private final Named named;

  UnreadFileSystem(Named named) {
    this.named = named;
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
    return named.type();
  }

  @Override
  public boolean recognises(Bytes content) {
    return named.recognises(content);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    listing.problem(
        new Problem(
            "filesystem.unsupported",
            named.marks().getFirst().offset(),
            "a file system (" + type() + ") whose directories are not read"));
    Formats.carving().unpack(content, listing);
  }
}
