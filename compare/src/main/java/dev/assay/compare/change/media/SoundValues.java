package dev.assay.compare.change.media;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Frames of ID3 tags before MPEG sound (ID3v2.3 and 2.4 §4), the sound, and the tag behind it. */
public final class SoundValues implements Values {
  private static final int HEADER = 10;
  private static final int OLD_TAG = 128;
  private static final int EXTENDED = 0x40;
  private static final int MAX_TEXT = 1 << 16;

  @Override
  public String what() {
    return "sound";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("audio/mpeg");
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    long start = 0;
    if (content.has(0, "ID3")) {
      Block head = content.block(0, HEADER);
      start = HEADER + sparse(head, 6);
      values.add(
          "ID3 version and flags", "%d.%d, 0x%02x".formatted(head.u8(3), head.u8(4), head.u8(5)));
      tag(content.slice(HEADER, start - HEADER), head.u8(3), head.u8(5), values);
    }
    long end = content.size();
    if (end - start >= OLD_TAG && content.has(end - OLD_TAG, "TAG")) {
      end -= OLD_TAG;
      Block tag = content.block(end, OLD_TAG);
      values.add("ID3v1 title", tag.cString(3, 30));
      values.add("ID3v1 artist", tag.cString(33, 30));
      values.add("ID3v1", content.slice(end, OLD_TAG));
    }
    values.add("data", content.slice(start, end - start));
    return values.toValueSet();
  }

  private static void tag(Bytes tag, int version, int flags, Numbered values) {
    long at = 0;
    if ((flags & EXTENDED) != 0) {
      Block head = tag.block(0, 4);
      at = version == 4 ? sparse(head, 0) : 4 + number(head, 0);
      values.add("ID3 extended header", tag.slice(0, at));
    }
    while (tag.size() - at >= HEADER && tag.block(at, 1).u8(0) != 0) {
      Block head = tag.block(at, HEADER);
      Bytes data = tag.slice(at + HEADER, version == 4 ? sparse(head, 4) : number(head, 4));
      String name = head.latin1(0, 4);
      values.add(name + " flags", "0x%04x".formatted(head.u16be(8)));
      if (name.startsWith("T") && data.size() > 0) {
        values.add(name, text(data));
      } else {
        values.add(name, data);
      }
      at += HEADER + data.size();
    }
    values.rest("ID3 behind the frames", tag, at);
  }

  /** The first byte tells the encoding. */
  private static String text(Bytes data) {
    Block all = data.head(MAX_TEXT);
    Charset charset =
        switch (all.u8(0)) {
          case 1 -> StandardCharsets.UTF_16;
          case 2 -> StandardCharsets.UTF_16BE;
          case 3 -> StandardCharsets.UTF_8;
          default -> StandardCharsets.ISO_8859_1;
        };
    return new String(all.bytes(1, all.size() - 1), charset) + " (encoding " + all.u8(0) + ")";
  }

  private static long number(Block block, int at) {
    return block.u32be(at);
  }

  /** Four bytes with seven bits each, so that they hold no frame of sound. */
  private static long sparse(Block block, int at) {
    return (long) block.u8(at) << 21
        | block.u8(at + 1) << 14
        | block.u8(at + 2) << 7
        | block.u8(at + 3);
  }
}
