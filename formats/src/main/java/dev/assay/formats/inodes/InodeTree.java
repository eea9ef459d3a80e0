package dev.assay.formats.inodes;

import dev.assay.formats.Entry;
import dev.assay.formats.Malformed;

/** A file system as names and inodes, told apart by number. */
public interface InodeTree {
  /** First word of the codes of its problems: {@code jffs2}. */
  String format();

  /** Number of the root directory. */
  long root();

  /**
   * Tells the names of a directory, in an order that depends on the image only. {@code .} and
   * {@code ..} may be among them.
   *
   * @throws Malformed where the rest cannot be read; names told before are kept
   */
  void names(long directory, Taker taker);

  /**
   * What an inode is, under one of its names. A directory's names are asked for afterwards.
   *
   * @throws Malformed where nothing is known of it
   */
  Entry entry(long inode, String path);

  /** Takes the names of one directory. */
  interface Taker {
    void take(String name, long inode);
  }
}
