package dev.assay.formats.vmdk;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding.Decoded;
import dev.assay.formats.Memory;
import dev.assay.formats.Window;
import dev.assay.formats.codec.BlockCodec;
import dev.assay.formats.codec.BlockCodecs;
import dev.assay.formats.virtualdisk.DiskBuilder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the two levels of tables to the grains of the disk. */
final class Grains {
  private static final BlockCodec ZLIB = BlockCodecs.zlib();
  private static final int ENTRY = 4;
  private static final int GRAIN_HEADER = 12;
  private static final int MAX_DESCRIPTOR = 64 << 10;
  private static final Pattern PARENT = Pattern.compile("(?m)^parentCID=([0-9a-fA-F]{1,8})\\s*$");
  private static final Pattern HINT = Pattern.compile("(?m)^parentFileNameHint=\"([^\"\n]*)\"");

  private final Bytes image;
  private final VmdkHeader header;
  private final DiskBuilder disk;
  private final Window directories;
  private final Window tables;

  Grains(Bytes image, VmdkHeader header, Memory memory) {
    this.image = image;
    this.header = header;
    this.disk = new DiskBuilder("vmdk", image, memory, header.size());
    this.directories = new Window(image);
    this.tables = new Window(image);
  }

  Decoded disk() {
    tellParent();
    long covered = (long) header.tableEntries() * header.grainSize();
    for (long at = header.directoryAt(); !disk.isDone(); at += ENTRY) {
      if (at > image.size() - ENTRY) {
        disk.problem("truncated", image.size(), "the grain directory is cut; its rest is zeros");
        break;
      }
      table(directories.block(at, ENTRY).u32le(0) * VmdkHeader.SECTOR, covered);
    }
    return disk.finish();
  }

  private void tellParent() {
    if (header.descriptorAt() <= 0 || header.descriptorAt() >= image.size()) {
      return;
    }
    int length = (int) Math.clamp(header.descriptorSize(), 0, MAX_DESCRIPTOR);
    String text = image.blockUpTo(header.descriptorAt(), length).cString(0, length);
    Matcher parent = PARENT.matcher(text);
    if (parent.find() && !parent.group(1).equalsIgnoreCase("ffffffff")) {
      Matcher hint = HINT.matcher(text);
      String name = hint.find() ? "`" + hint.group(1) + "`" : "another image";
      String message = "what the image lacks is in " + name + "; read as zeros";
      disk.problem("parent", header.descriptorAt(), message);
    }
  }

  private void table(long at, long covered) {
    long length = (long) ENTRY * header.tableEntries();
    if (at == 0) {
      disk.hole(covered);
      return;
    }
    if (at > image.size() - length) {
      disk.problem("table", at, "a grain table lies outside the image; read as zeros");
      disk.hole(covered);
      return;
    }
    for (int i = 0; i < header.tableEntries() && !disk.isDone(); i++) {
      grain(tables.block(at + (long) ENTRY * i, ENTRY).u32le(0));
    }
  }

  private void grain(long sector) {
    long at = sector * VmdkHeader.SECTOR;
    if (sector <= 1) {
      disk.hole(header.grainSize());
    } else if (!header.isCompressed()) {
      disk.stored(at, header.grainSize());
    } else if (at > image.size() - GRAIN_HEADER) {
      disk.stored(at, header.grainSize());
    } else {
      Block grain = image.block(at, GRAIN_HEADER);
      if (grain.i64le(0) * VmdkHeader.SECTOR != disk.position()) {
        disk.problem("grain", at, "the grain says it belongs elsewhere; read here anyway");
      }
      int stored = (int) Math.min(grain.u32le(8), 2L * header.grainSize());
      disk.compressed(ZLIB, at + GRAIN_HEADER, stored, header.grainSize());
    }
  }
}
