package dev.assay.formats.vhd;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Window;
import dev.assay.formats.virtualdisk.DiskBuilder;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads virtual disks of Microsoft's first format. */
public final class Vhd implements Encoding {
  private static final int SECTOR = 512;
  private static final int HEADER = 1024;
  private static final int CHECKSUM_AT = 36;
  private static final int PARENT_AT = 64;
  private static final int PARENT_UNITS = 256;
  private static final long HOLE = 0xFFFF_FFFFL;
  private static final long MAX_BLOCK = 1 << 30;

  @Override
  public String type() {
    return "application/x-vhd-disk";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.size() >= 2 * SECTOR && VhdFooter.of(content).isPresent();
  }

  @Override
  public Decoded decode(Bytes content, Memory memory) {
    VhdFooter footer =
        VhdFooter.of(content)
            .orElseThrow(() -> new Malformed("vhd.footer", content.size(), "no footer"));
    return footer.type() == VhdFooter.FIXED
        ? fixed(content, footer)
        : dynamic(content, footer, memory);
  }

  private static Decoded fixed(Bytes content, VhdFooter footer) {
    long end = content.size() - SECTOR;
    List<Problem> problems = new ArrayList<>();
    if (!footer.sound()) {
      problems.add(new Problem("vhd.checksum", end, "the footer's checksum does not match"));
    }
    if (footer.size() != end) {
      String message = "disk of " + footer.size() + " bytes announced, " + end + " are there";
      problems.add(new Problem("vhd.size", end, message));
    }
    return new Decoded(content.slice(0, end), content.size(), "", problems);
  }

  private static Decoded dynamic(Bytes content, VhdFooter footer, Memory memory) {
    if (!content.has(footer.headerAt(), "cxsparse")) {
      throw new Malformed("vhd.header", footer.headerAt(), "no header of a dynamic disk");
    }
    Block header = content.block(footer.headerAt(), HEADER);
    long blockSize = header.u32be(32);
    if (blockSize == 0 || blockSize > MAX_BLOCK || blockSize % SECTOR != 0) {
      throw new Malformed(
          "vhd.header", footer.headerAt() + 32, "blocks of " + blockSize + " bytes");
    }
    DiskBuilder disk = new DiskBuilder("vhd", content, memory, footer.size());
    if (!footer.sound() || !VhdFooter.isSound(header, CHECKSUM_AT)) {
      disk.problem("checksum", footer.headerAt(), "footer or header do not match their checksum");
    }
    if (footer.type() == VhdFooter.DIFFERS) {
      String message = "what the image lacks is in `" + parent(header) + "`; read as zeros";
      disk.problem("parent", footer.headerAt() + PARENT_AT, message);
    }
    blocks(content, header.i64be(16), header.u32be(28), blockSize, disk);
    return disk.finish();
  }

  private static void blocks(
      Bytes content, long table, long entries, long blockSize, DiskBuilder disk) {
    long bits = blockSize / SECTOR;
    long bitmap = (bits + SECTOR * 8 - 1) / (SECTOR * 8) * SECTOR;
    Window window = new Window(content);
    for (long i = 0; i < entries && !disk.isDone(); i++) {
      long at = table + 4 * i;
      if (at < 0 || at > content.size() - 4) {
        disk.problem("truncated", content.size(), "the block table is cut; its rest is zeros");
        return;
      }
      long sector = window.block(at, 4).u32be(0);
      if (sector == HOLE) {
        disk.hole(blockSize);
      } else {
        disk.stored(sector * SECTOR + bitmap, blockSize);
      }
    }
  }

  private static String parent(Block header) {
    int units = 0;
    while (units < PARENT_UNITS && header.u16be(PARENT_AT + 2 * units) != 0) {
      units++;
    }
    return new String(header.bytes(PARENT_AT, 2 * units), StandardCharsets.UTF_16BE);
  }
}
