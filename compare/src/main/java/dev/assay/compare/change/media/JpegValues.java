package dev.assay.compare.change.media;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

/** Segments of JPEG pictures (ITU-T T.81 Annex B): frame, tables, comments and scans. */
public final class JpegValues implements Values {
  private static final int MAX = 256 << 20;
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int COMMENT = 0xFE;

  @Override
  public String what() {
    return "segment";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("image/jpeg") && content.size() <= MAX;
  }

  @Override
  public ValueSet of(Bytes content) {
    Block data = content.block(0, (int) content.size());
    Numbered values = new Numbered();
    int at = 0;
    int marker = 0;
    while (marker != END) {
      if (data.u8(at) != 0xFF) {
        throw new Malformed("jpeg.marker", at, "expected a marker");
      }
      marker = data.u8(at + 1);
      at += 2;
      if (marker != START && marker != END) {
        int length = data.u16be(at);
        add(marker, content.slice(at + 2, length - 2L), values);
        at += length;
      }
      if (marker == SCAN) {
        int end = endOfScan(data, at);
        values.add("data of a scan", content.slice(at, end - at));
        at = end;
      }
    }
    values.rest("behind the end", content, at);
    return values.toValueSet();
  }

  /** Where a marker follows that is neither a stuffed byte nor a restart. */
  private static int endOfScan(Block data, int from) {
    int at = from;
    while (data.u8(at) != 0xFF
        || data.u8(at + 1) == 0
        || data.u8(at + 1) >= 0xD0 && data.u8(at + 1) <= 0xD7) {
      at++;
    }
    return at;
  }

  private static void add(int marker, Bytes segment, Numbered values) {
    boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xCC;
    if (frame && marker != 0xC8) {
      Block fields = segment.block(0, 6);
      values.add("frame kind", "SOF" + (marker - 0xC0));
      values.add("frame size", fields.u16be(3) + "×" + fields.u16be(1));
      values.add("frame precision", fields.u8(0) + " bits");
      values.add("frame components", segment.from(5));
    } else if (marker == COMMENT) {
      values.add("comment", segment.head(1 << 16).latin1(0, (int) segment.size()));
    } else if (marker >= 0xE0 && marker <= 0xEF) {
      String owner = segment.head(32).cString(0, 32);
      values.add("APP" + (marker - 0xE0) + " " + owner, segment);
    } else {
      values.add(name(marker), segment);
    }
  }

  private static String name(int marker) {
    return switch (marker) {
      case 0xC4 -> "Huffman tables";
      case 0xDB -> "quantisation tables";
      case 0xDD -> "restart interval";
      case SCAN -> "scan";
      default -> "marker %02x".formatted(marker);
    };
  }
}
