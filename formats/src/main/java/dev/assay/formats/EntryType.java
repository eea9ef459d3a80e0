package dev.assay.formats;

/** What a member of a container is. */
public enum EntryType {
  FILE("application/octet-stream"),
  DIRECTORY("inode/directory"),
  SYMLINK("inode/symlink"),
  HARDLINK("application/octet-stream"),
  CHARACTER_DEVICE("inode/chardevice"),
  BLOCK_DEVICE("inode/blockdevice"),
  FIFO("inode/fifo"),
  SOCKET("inode/socket");

  private final String mediaType;

  EntryType(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** From the file type bits of a Unix mode (octal 0170000), or {@code FILE} where none is set. */
  public static EntryType ofMode(int mode) {
    return switch (mode & 0170000) {
      case 0040000 -> DIRECTORY;
      case 0120000 -> SYMLINK;
      case 0020000 -> CHARACTER_DEVICE;
      case 0060000 -> BLOCK_DEVICE;
      case 0010000 -> FIFO;
      case 0140000 -> SOCKET;
      default -> FILE;
    };
  }
}
