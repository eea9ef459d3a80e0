package dev.assay.formats.squashfs;

/** One inode. */
sealed interface Inode {
  /** What all inodes have; {@code xattr} is an index in the xattr id table or −1. */
  record Common(
      int type, int mode, int uidIndex, int gidIndex, long number, long links, long xattr) {}

  Common common();

  /**
   * @param block offset of the listing's first metadata block in the directory table
   * @param offset in that block
   * @param size of the listing in bytes
   * @param parent number of the directory it is in
   * @param index entries of the index of its listing
   */
  record Directory(Common common, long block, int offset, long size, long parent, int index)
      implements Inode {}

  /**
   * @param start of the first block in the image
   * @param fragment index of the fragment block, or −1
   * @param fragmentOffset in the fragment block
   * @param sparse bytes of it that are said not to be stored
   * @param blocks lengths as stored
   */
  record File(
      Common common,
      long start,
      long size,
      long fragment,
      long fragmentOffset,
      long sparse,
      int[] blocks)
      implements Inode {}

  record Link(Common common, String target) implements Inode {}

  record Device(Common common, long device) implements Inode {}

  /** FIFO or socket. */
  record Pipe(Common common) implements Inode {}
}
