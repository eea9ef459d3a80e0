package dev.assay.compare.change.media;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;

/** Chunks of PNG pictures (ISO/IEC 15948 §5, §11): fields of the header, texts, and all others. */
public final class PngValues implements Values {
  private static final int SIGNATURE = 8;
  private static final int TEXT = 1 << 16;

  @Override
  public String what() {
    return "chunk";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("image/png");
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    long at = SIGNATURE;
    String name = "";
    while (!name.equals("IEND")) {
      Block head = content.block(at, 8);
      name = head.latin1(4, 4);
      Bytes data = content.slice(at + 8, head.u32be(0));
      add(name, data, values);
      values.add(
          name + " check", "%08x".formatted(content.block(at + 8 + data.size(), 4).i32be(0)));
      at += 12 + data.size();
    }
    values.rest("behind IEND", content, at);
    return values.toValueSet();
  }

  private static void add(String name, Bytes data, Numbered values) {
    switch (name) {
      case "IHDR" -> {
        Block header = data.block(0, 13);
        values.add("IHDR size", header.u32be(0) + "×" + header.u32be(4));
        values.add("IHDR depth", header.u8(8) + " bits");
        values.add("IHDR colour", String.valueOf(header.u8(9)));
        values.add("IHDR compression, filter", header.u8(10) + ", " + header.u8(11));
        values.add("IHDR interlace", String.valueOf(header.u8(12)));
        values.rest("IHDR behind its fields", data, 13);
      }
      case "tEXt" -> {
        String[] text = new String(data.toArray(TEXT), StandardCharsets.ISO_8859_1).split("\0", 2);
        values.add("tEXt " + text[0], text.length == 1 ? "" : text[1]);
      }
      default -> values.add(name, data);
    }
  }
}
