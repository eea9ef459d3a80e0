package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PDF documents: without the moments at which they were made and changed (ISO 32000-1 §14.3.3), and
 * the file identifier (§14.4), where they stand in the open.
 */
final class PdfNormal implements Normaliser {
  private static final int MAX = 64 << 20;

  private static final Pattern STAMP =
      Pattern.compile(
          "/(?<date>CreationDate|ModDate) ?\\((?<when>D:[0-9]{4,14}[-+Z0-9']{0,8})\\)"
              + "|/ID ?\\[ ?(?<id><[0-9A-Fa-f]{32}> ?<[0-9A-Fa-f]{32}>) ?\\]");

  @Override
  public boolean takes(String type) {
    return type.equals("application/pdf");
  }

  @Override
  public Normal normalise(Bytes content) {
    String all = new String(content.toArray(MAX), StandardCharsets.ISO_8859_1);
    List<Trait> traits = new ArrayList<>();
    StringBuilder left = new StringBuilder(all.length());
    Matcher stamp = STAMP.matcher(all);
    int at = 0;
    while (stamp.find()) {
      boolean date = stamp.group("date") != null;
      String group = date ? "when" : "id";
      left.append(all, at, stamp.start(group));
      at = stamp.end(group);
      traits.add(
          date
              ? new Trait(Equivalence.BUILD_TIME, "pdf " + stamp.group("date"), stamp.group("when"))
              : new Trait(Equivalence.BUILD_ID, "pdf file identifier", stamp.group("id")));
    }
    left.append(all, at, all.length());
    return Normal.whole(left.toString().getBytes(StandardCharsets.ISO_8859_1), traits);
  }
}
