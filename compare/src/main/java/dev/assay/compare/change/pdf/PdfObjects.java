package dev.assay.compare.change.pdf;

import dev.assay.compare.change.Crc;
import dev.assay.compare.change.Inflated;
import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Objects of PDF documents by their number (ISO 32000-1 §7.3.10), and what is between them: the
 * header, tables of places, trailers. Texts of objects are shown, streams by the bytes of them that
 * differ.
 */
final class PdfObjects {
  private static final int MAX = 64 << 20;
  private static final Pattern OBJECT = Pattern.compile("\\b(\\d{1,10} \\d{1,5}) obj\\b");
  private static final String END = "endobj";
  private static final String STREAM = "stream";

  private PdfObjects() {}

  static ValueSet of(Bytes content) {
    String all = new String(content.toArray(MAX), StandardCharsets.ISO_8859_1);
    Numbered values = new Numbered();
    Streams streams = new Streams(values);
    Matcher object = OBJECT.matcher(all);
    int at = 0;
    while (object.find(at)) {
      values.add("before object " + object.group(1), shown(all.substring(at, object.start())));
      int end = all.indexOf(END, object.end());
      int next = end < 0 ? all.length() : end + END.length();
      object("object " + object.group(1), all.substring(object.end(), next), values, streams);
      at = next;
    }
    values.add("behind the last object", shown(all.substring(at)));
    return values.toValueSet();
  }

  private static void object(String name, String text, Numbered values, Streams streams) {
    int stream = text.indexOf(STREAM);
    if (stream < 0) {
      values.add(name, shown(text));
    } else {
      String dictionary = text.substring(0, stream);
      values.add(name, shown(dictionary));
      streams.add(name, dictionary, Bytes.of(bytes(text.substring(stream))));
    }
  }

  /** Adds streams, those that are deflated as they were before. */
  private static final class Streams {
    private static final Pattern DEFLATED =
        Pattern.compile("/Filter\\s*(?:/FlateDecode|\\[\\s*/FlateDecode\\s*\\])");
    private static final int LARGEST = 16 << 20;
    private static final long MOST = 256 << 20;

    private final Numbered values;
    private long total;

    Streams(Numbered values) {
      this.values = values;
    }

    /**
     * @param stream from its keyword on
     */
    void add(String name, String dictionary, Bytes stream) {
      values.add(name + " stream", stream);
      int start = stream.size() > 8 && stream.block(6, 1).u8(0) == '\r' ? 8 : 7;
      if (stream.size() <= start || total > MOST || !DEFLATED.matcher(dictionary).find()) {
        return;
      }
      try {
        Inflated.Head was = Inflated.head(stream.from(start), false, LARGEST);
        total += was.bytes().length;
        values.add(name + " stream inflated", Bytes.of(was.bytes()));
      } catch (Malformed damaged) {
        // What cannot be inflated is told as it is.
      }
    }
  }

  /** In one line; as a sum where it is no text. */
  private static String shown(String text) {
    boolean printable =
        text.chars()
            .allMatch(
                each ->
                    each >= 0x20 && each < 0x7F || each == '\n' || each == '\r' || each == '\t');
    return printable
        ? text.strip().replaceAll("\\s+", " ") + " (" + text.length() + ")"
        : Crc.sized(Bytes.of(bytes(text)));
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }
}
