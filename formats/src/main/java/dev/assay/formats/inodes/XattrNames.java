package dev.assay.formats.inodes;

import dev.assay.formats.Names;

/**
 * Names of extended attributes where a number stands for what they begin with (Linux,
 * fs/ext4/xattr.h; EROFS and F2FS number them alike).
 */
public final class XattrNames {
  private XattrNames() {}

  /** {@code security.capability} of 6 and {@code capability}. */
  public static String of(int index, byte[] rest) {
    return prefix(index) + Names.decode(rest);
  }

  private static String prefix(int index) {
    return switch (index) {
      case 1 -> "user.";
      case 2 -> "system.posix_acl_access";
      case 3 -> "system.posix_acl_default";
      case 4 -> "trusted.";
      case 5 -> "lustre.";
      case 6 -> "security.";
      case 7 -> "system.";
      default -> "unknown" + index + ".";
    };
  }
}
