package dev.assay.compare.change.media;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;

/** Header and tags of colour profiles (ICC.1:2022 §7). */
public final class ProfileValues implements Values {
  private static final int HEADER = 128;
  private static final int TAG = 12;

  @Override
  public String what() {
    return "profile";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("application/vnd.iccprofile");
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    Block header = content.block(0, HEADER + 4);
    values.add("size", String.valueOf(header.u32be(0)));
    values.add("preferred module", header.latin1(4, 4));
    values.add("version", "%08x".formatted(header.i32be(8)));
    values.add(
        "class, colours, connection",
        header.latin1(12, 4) + ", " + header.latin1(16, 4) + ", " + header.latin1(20, 4));
    values.add("created", created(header));
    values.add("platform, flags", header.latin1(40, 4) + ", %08x".formatted(header.i32be(44)));
    values.add("device", content.slice(48, 16));
    values.add("intent, illuminant", content.slice(64, 16));
    values.add("creator", header.latin1(80, 4));
    values.add("id", content.slice(84, 16));
    values.add("reserved", content.slice(100, 28));
    long count = header.u32be(HEADER);
    for (long i = 0; i < count; i++) {
      Block tag = content.block(HEADER + 4 + i * TAG, TAG);
      values.add("tag " + tag.latin1(0, 4), content.slice(tag.u32be(4), tag.u32be(8)));
    }
    return values.toValueSet();
  }

  private static String created(Block header) {
    return "%04d-%02d-%02dT%02d:%02d:%02dZ"
        .formatted(
            header.u16be(24),
            header.u16be(26),
            header.u16be(28),
            header.u16be(30),
            header.u16be(32),
            header.u16be(34));
  }
}
