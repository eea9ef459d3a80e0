package dev.assay.compare.change.media;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.charset.StandardCharsets;

/** Pages of Ogg streams (RFC 3533 §6), and what Vorbis says in its comments. */
public final class OggValues implements Values {
  private static final int HEADER = 27;
  private static final int MAX_COMMENTS = 1 << 20;
  private static final String COMMENTS = "\3vorbis";

  @Override
  public String what() {
    return "ogg";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("audio/ogg");
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    long at = 0;
    while (at < content.size()) {
      Block head = content.block(at, HEADER);
      if (!head.latin1(0, 4).equals("OggS")) {
        throw new Malformed("ogg.page", at, "expected a page");
      }
      Block lengths = content.block(at + HEADER, head.u8(26));
      long size = 0;
      for (int i = 0; i < lengths.size(); i++) {
        size += lengths.u8(i);
      }
      Bytes data = content.slice(at + HEADER + lengths.size(), size);
      String name = "page " + head.u32le(18) + " of stream";
      values.add(name + " number", "0x%x".formatted(head.i32le(14)));
      values.add(name + " position", "0x%x (%d)".formatted(head.i64le(6), head.i64le(6)));
      values.add(
          name + " version, flags, check",
          "%d, %d, 0x%x".formatted(head.u8(4), head.u8(5), head.i32le(22)));
      values.add(name + " size", (HEADER + lengths.size()) + " and " + size + " bytes");
      values.add(name + " lengths", content.slice(at + HEADER, lengths.size()));
      values.add(name + " data", data);
      if (data.has(0, COMMENTS)) {
        comments(data.head(MAX_COMMENTS), values);
      }
      at += HEADER + lengths.size() + size;
    }
    return values.toValueSet();
  }

  /** Vorbis I §5: vendor, then fields, each text behind its length. */
  private static void comments(Block packet, Numbered values) {
    int at = COMMENTS.length();
    int vendor = length(packet, at);
    values.add("vendor", packet.utf8(at + 4, vendor));
    at += 4 + vendor;
    int count = length(packet, at);
    at += 4;
    for (int i = 0; i < count; i++) {
      int length = length(packet, at);
      String[] field =
          new String(packet.bytes(at + 4, length), StandardCharsets.UTF_8).split("=", 2);
      values.add("comment " + field[0], field.length == 1 ? "" : field[1]);
      at += 4 + length;
    }
  }

  private static int length(Block packet, int at) {
    return (int) Math.min(packet.size(), packet.u32le(at));
  }
}
