package dev.assay.compare.change.text;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translations of gettext's catalogues by the message they are of (GNU gettext manual, “The Format
 * of GNU MO Files”), and each field of the header, which is the translation of the empty message.
 */
public final class MessageValues implements Values {
  private static final int HEADER = 28;
  private static final int LONGEST = 1 << 20;
  private static final Pattern CHARSET = Pattern.compile("charset=([\\w.:+-]{1,40})");

  @Override
  public String what() {
    return "message";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.equals("application/x-gettext-mo");
  }

  @Override
  public ValueSet of(Bytes content) {
    ByteOrder order = content.has(0, (byte) 0xDE) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    Fields header = new Fields(content.block(0, HEADER), order);
    Numbered values = new Numbered();
    values.add("(revision)", header.u16(6) + "." + header.u16(4));
    Charset charset = charset(content, header, order);
    for (long i = 0; i < header.u32(8); i++) {
      String id = text(content, header.u32(12) + 8 * i, order, charset);
      String text = text(content, header.u32(16) + 8 * i, order, charset);
      if (id.isEmpty()) {
        text.lines().forEach(line -> field(line, values));
      } else {
        values.add("`" + id.replace('\0', '|') + "`", text.replace('\0', '|'));
      }
    }
    return values.toValueSet();
  }

  /** What the header says, which stands first because its message is empty; else UTF-8. */
  private static Charset charset(Bytes content, Fields header, ByteOrder order) {
    if (header.u32(8) == 0) {
      return StandardCharsets.UTF_8;
    }
    String first = text(content, header.u32(16), order, StandardCharsets.ISO_8859_1);
    Matcher named = CHARSET.matcher(first);
    try {
      return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  private static void field(String line, Numbered values) {
    int colon = line.indexOf(':');
    values.add(
        "header " + line.substring(0, Math.max(0, colon)), line.substring(colon + 1).strip());
  }

  private static String text(Bytes content, long descriptor, ByteOrder order, Charset charset) {
    Fields place = new Fields(content.block(descriptor, 8), order);
    Bytes text = content.slice(place.u32(4), place.u32(0));
    return new String(text.toArray(LONGEST), charset);
  }
}
