package dev.assay.formats.vendor;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.model.Problem;
import java.util.List;

/** Reads the archives in images of D-Link's DSL-500G and its relatives. */
public final class DlinkArchive implements Container {
  private static final byte[] MAGIC = {(byte) 0xDE, (byte) 0xAF, (byte) 0xBE, (byte) 0xAD};
  private static final int DIRECTORY = 0x86;
  private static final int FILE = 0x87;
  private static final int LONGEST_NAME = 1024;

  @Override
  public String type() {
    return "application/vnd.dlink.archive";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, MAGIC) && content.size() > MAGIC.length && isMember(content, 4);
  }

  private static boolean isMember(Bytes content, long at) {
    if (content.size() - at < 3) {
      return false;
    }
    Block head = content.block(at, 3);
    int length = head.u16le(1);
    return (head.u8(0) == DIRECTORY || head.u8(0) == FILE) && length > 0 && length <= LONGEST_NAME;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    long at = MAGIC.length;
    while (isMember(content, at)) {
      Block head = content.block(at, 3);
      int length = head.u16le(1);
      String path = content.block(at + 3, length).cString(0, length).replace('\\', '/');
      at += 3 + length;
      if (head.u8(0) == DIRECTORY) {
        listing.add(Entry.directory(path, Entry.Attributes.NONE));
        continue;
      }
      long size = content.block(at, 4).u32le(0);
      at += 4;
      long there = Math.min(size, content.size() - at);
      Entry file = Entry.file(path, Entry.Attributes.NONE, Content.of(content.slice(at, there)));
      String message = size + " bytes announced, " + there + " are there";
      listing.add(
          there == size
              ? file
              : file.withProblems(List.of(new Problem("deafbead.truncated", at, message))));
      at += there;
    }
    if (at < content.size()) {
      listing.add(Entry.part("trailing-0x" + Long.toHexString(at), Content.of(content.from(at))));
    }
  }
}
