package dev.assay.compare.change.data;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.util.HexFormat;

/** Entries of Git's index by path (Git, gitformat-index, versions 2 and 3), and its extensions. */
public final class GitIndexValues implements Values {
  private static final int HEADER = 12;
  private static final int FIELDS = 62;
  private static final int EXTENDED = 0x4000;
  private static final int DIGEST = 20;

  @Override
  public String what() {
    return "index";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("application/x-git-index")
        && (content.has(0, "DIRC\0\0\0\2") || content.has(0, "DIRC\0\0\0\3"));
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    Block header = content.block(0, HEADER);
    values.add("version", String.valueOf(header.u32be(4)));
    long at = HEADER;
    for (long i = 0; i < header.u32be(8); i++) {
      Block entry = content.block(at, FIELDS);
      int flags = entry.u16be(60);
      int fields = (flags & EXTENDED) == 0 ? FIELDS : FIELDS + 2;
      String path = content.blockUpTo(at + fields, 4096).cString(0, 4096);
      values.add("`" + path + "` mode", Integer.toOctalString(entry.i32be(24)));
      values.add("`" + path + "` object", HexFormat.of().formatHex(entry.bytes(40, 20)));
      values.add("`" + path + "` size", String.valueOf(entry.u32be(36)));
      values.add(
          "`" + path + "` times",
          "%d.%09d, %d.%09d"
              .formatted(entry.u32be(0), entry.u32be(4), entry.u32be(8), entry.u32be(12)));
      values.add(
          "`" + path + "` device, inode, owner",
          "%d, %d, %d:%d"
              .formatted(entry.u32be(16), entry.u32be(20), entry.u32be(28), entry.u32be(32)));
      values.add("`" + path + "` flags", content.slice(at + 60, fields - 60));
      at += (fields + path.length() + 8) / 8 * 8;
    }
    while (at < content.size() - DIGEST) {
      Block extension = content.block(at, 8);
      values.add("extension " + extension.latin1(0, 4), content.slice(at + 8, extension.u32be(4)));
      at += 8 + extension.u32be(4);
    }
    values.rest("digest", content, at);
    return values.toValueSet();
  }
}
