package dev.assay.compare.change.media;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

/** Blocks of GIF pictures (GIF89a specification §17 to §27). */
public final class GifValues implements Values {
  private static final int HEADER = 13;
  private static final int IMAGE = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3B;
  private static final int CONTROL = 0xF9;
  private static final int CONTROL_SIZE = 4;

  @Override
  public String what() {
    return "block";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("image/gif");
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    Block head = content.block(0, HEADER);
    values.add("version", head.latin1(0, 6));
    values.add("screen size", head.u16le(6) + "×" + head.u16le(8));
    values.add("screen flags", "0x%02x".formatted(head.u8(10)));
    values.add("background, aspect", head.u8(11) + ", " + head.u8(12));
    long at = colours("colours", content, HEADER, head.u8(10), values);
    for (int kind = content.block(at++, 1).u8(0); kind != TRAILER; ) {
      at = block(kind, content, at, values);
      kind = content.block(at++, 1).u8(0);
    }
    values.rest("behind the trailer", content, at);
    return values.toValueSet();
  }

  private static long block(int kind, Bytes content, long at, Numbered values) {
    if (kind == IMAGE) {
      Block image = content.block(at, 9);
      values.add("image place", image.u16le(0) + ", " + image.u16le(2));
      values.add("image size", image.u16le(4) + "×" + image.u16le(6));
      values.add("image flags", "0x%02x".formatted(image.u8(8)));
      long data = colours("colours of an image", content, at + 9, image.u8(8), values);
      long end = end(content, data + 1);
      values.add("image data", content.slice(data, end - data));
      return end;
    }
    if (kind == EXTENSION) {
      long end = end(content, at + 1);
      int label = content.block(at, 1).u8(0);
      values.add(name(label), content.slice(at + 1, end - at - 1));
      if (label == CONTROL && content.block(at + 1, 1).u8(0) == CONTROL_SIZE) {
        control(content.block(at + 2, CONTROL_SIZE), values);
      }
      return end;
    }
    throw new Malformed("gif.block", at - 1, "no block begins with %02x".formatted(kind));
  }

  /** How the next picture is shown, and for how long (§23). */
  private static void control(Block control, Numbered values) {
    int flags = control.u8(0);
    values.add("disposal mode", String.valueOf(flags >> 2 & 7));
    values.add("user input", (flags & 2) == 0 ? "off" : "on");
    values.add("delay", control.u16le(1) + " hundredths of a second");
    values.add("transparent index", (flags & 1) == 0 ? "none" : String.valueOf(control.u8(3)));
  }

  private static String name(int label) {
    return switch (label) {
      case CONTROL -> "graphic control";
      case 0xFE -> "comment";
      case 0xFF -> "application";
      case 0x01 -> "text";
      default -> "extension %02x".formatted(label);
    };
  }

  private static long colours(String name, Bytes content, long at, int flags, Numbered values) {
    if ((flags & 0x80) == 0) {
      return at;
    }
    long size = 3L << (flags & 7) + 1;
    values.add(name, content.slice(at, size));
    return at + size;
  }

  /** Behind the sub-blocks from an offset. */
  private static long end(Bytes content, long from) {
    long at = from;
    int size = content.block(at, 1).u8(0);
    while (size > 0) {
      at += 1 + size;
      size = content.block(at, 1).u8(0);
    }
    return at + 1;
  }
}
