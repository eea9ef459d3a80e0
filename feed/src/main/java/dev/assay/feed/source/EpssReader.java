package dev.assay.feed.source;

import dev.assay.feed.SourceKind;
import dev.assay.feed.Vulnerability;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * FIRST's EPSS scores: a comment {@code #model_version:…,score_date:…}, a heading {@code
 * cve,epss,percentile}, a line a CVE.
 */
final class EpssReader implements SourceReader {
  private static final int LONGEST_LINE = 1024;

  @Override
  public SourceKind kind() {
    return SourceKind.EPSS;
  }

  @Override
  public void read(InputStream in, Session session) throws IOException {
    boolean headed = false;
    String line = line(in);
    while (!line.isEmpty()) {
      String text = line.strip();
      if (text.startsWith("#")) {
        int date = text.indexOf("score_date:");
        session.date(date < 0 ? "" : text.substring(date + "score_date:".length()));
      } else if (!headed) {
        if (!text.equals("cve,epss,percentile")) {
          throw new IOException("expected the heading `cve,epss,percentile`, found another");
        }
        headed = true;
      } else {
        session.record(batch -> record(text, batch));
      }
      line = line(in);
    }
    if (!headed) {
      throw new IOException("expected the heading `cve,epss,percentile`, found the end");
    }
  }

  /** The next line with its end; empty at the end of the file. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    int c = in.read();
    while (c >= 0) {
      line.append((char) c);
      if (c == '\n') {
        return line.toString();
      }
      if (line.length() > LONGEST_LINE) {
        throw new IOException(
            "expected lines of at most " + LONGEST_LINE + " bytes, found a longer");
      }
      c = in.read();
    }
    if (!line.isEmpty()) {
      throw new IOException(
          "expected an end of line, found the end of the file after `"
              + Texts.shown(
                  new String(
                      line.toString().getBytes(StandardCharsets.ISO_8859_1),
                      StandardCharsets.UTF_8))
              + "`");
    }
    return "";
  }

  private static void record(String line, Batch batch) {
    String[] fields = line.split(",", -1);
    batch.named(fields[0]);
    if (fields.length != 3) {
      throw new Unexpected("expected cve,epss,percentile, found " + fields.length + " fields");
    }
    batch.add(
        new Vulnerability(
            Texts.cve(fields[0]),
            SourceKind.EPSS,
            "",
            "",
            List.of(),
            List.of(),
            "",
            share(fields[1]),
            share(fields[2]),
            List.of()));
  }

  private static double share(String text) {
    // A plain decimal only: Java's own parser also takes NaN, hexadecimal and a trailing d.
    if (text.matches("[0-9]{1,2}(?:\\.[0-9]{1,20})?(?:[eE]-[0-9]{1,2})?")) {
      double value = Double.parseDouble(text);
      if (value <= 1) {
        return value;
      }
    }
    throw new Unexpected("expected a number from 0 to 1, found `" + Texts.shown(text) + "`");
  }
}
