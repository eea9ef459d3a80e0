package dev.assay.compare.change.data;

import dev.assay.compare.change.Crc;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.iso.DiscRecords;
import dev.assay.formats.iso.DiscTime;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What optical discs say of themselves and of the times of their members: fields of the volume
 * descriptors (ECMA-119 §8.4, §8.5), dates and names of directory records (§9.1.5, §9.1.11) and of
 * Rock Ridge's fields {@code TF} (IEEE P1282 §4.1.6). Members are compared on their own.
 */
public final class DiscValues implements Values {
  private static final int PRIMARY = 1;
  private static final int SUPPLEMENTARY = 2;

  private record Field(String name, int at, int size) {}

  private static final List<Field> TEXTS =
      List.of(
          new Field("system identifier", 8, 32),
          new Field("volume identifier", 40, 32),
          new Field("volume set identifier", 190, 128),
          new Field("publisher identifier", 318, 128),
          new Field("data preparer identifier", 446, 128),
          new Field("application identifier", 574, 128),
          new Field("copyright file identifier", 702, 37),
          new Field("abstract file identifier", 739, 37),
          new Field("bibliographic file identifier", 776, 37));

  @Override
  public String what() {
    return "disc";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("application/x-iso9660-image");
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    DiscRecords.of(
        content,
        new DiscRecords.Taker() {
          @Override
          public void descriptor(Block sector) {
            DiscValues.descriptor(sector, values);
          }

          @Override
          public void record(String path, String stored) {
            values.step();
            values.add("`" + path + "` stored as", stored);
          }

          @Override
          public void time(DiscTime time) {
            if (!time.repeated()) {
              values.add(time.of(), time.text());
            }
          }
        });
    return values.toValueSet();
  }

  private static void descriptor(Block sector, Numbered values) {
    int type = sector.u8(0);
    if (type != PRIMARY && type != SUPPLEMENTARY) {
      values.add("descriptor of type " + type, Crc.sized(Bytes.of(sector.bytes(0, sector.size()))));
      return;
    }
    String of = type == PRIMARY ? "" : "supplementary ";
    boolean wide = type == SUPPLEMENTARY && sector.latin1(88, 2).equals("%/");
    Charset charset = wide ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
    for (Field field : TEXTS) {
      String text = new String(sector.bytes(field.at, field.size), charset);
      values.add(of + field.name, text.replace('\0', ' ').strip());
    }
    values.add(of + "blocks", sector.u32le(80) + " of " + sector.u16le(128) + " bytes");
    values.add(of + "application use", Crc.sized(Bytes.of(sector.bytes(883, 512))));
  }
}
