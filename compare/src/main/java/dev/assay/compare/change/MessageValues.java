package dev.assay.compare.change;

import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Translations of gettext's catalogues by the message they are of (GNU gettext manual, “The Format
 * of GNU MO Files”), and each field of the header, which is the translation of the empty message.
 */
final class MessageValues implements Values {
  private static final int HEADER = 28;
  private static final int LONGEST = 1 << 20;

  @Override
  public String what() {
    return "message";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("application/x-gettext-mo");
  }

  @Override
  public Described of(Bytes content) {
    ByteOrder order = content.has(0, (byte) 0xDE) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    Fields header = new Fields(content.block(0, HEADER), order);
    Numbered values = new Numbered();
    values.add("(revision)", header.u16(6) + "." + header.u16(4));
    long count = header.u32(8);
    for (long i = 0; i < count; i++) {
      String id = text(content, header.u32(12) + 8 * i, order);
      String text = text(content, header.u32(16) + 8 * i, order);
      if (id.isEmpty()) {
        text.lines().forEach(line -> field(line, values));
      } else {
        values.add("`" + id.replace('\0', '|') + "`", text.replace('\0', '|'));
      }
    }
    return values.described();
  }

  private static void field(String line, Numbered values) {
    int colon = line.indexOf(':');
    values.add(
        "header " + line.substring(0, Math.max(0, colon)), line.substring(colon + 1).strip());
  }

  private static String text(Bytes content, long descriptor, ByteOrder order) {
    Fields place = new Fields(content.block(descriptor, 8), order);
    Bytes text = content.slice(place.u32(4), place.u32(0));
    return new String(text.toArray(LONGEST), StandardCharsets.UTF_8);
  }
}
