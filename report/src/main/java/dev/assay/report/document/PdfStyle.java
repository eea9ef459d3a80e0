package dev.assay.report.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** How a line is set. */
enum PdfStyle {
  TITLE(FontName.HELVETICA_BOLD, 18),
  HEADING(FontName.HELVETICA_BOLD, 13),
  STRONG(FontName.HELVETICA_BOLD, 10),
  TEXT(FontName.HELVETICA, 10),
  STRONG_SMALL(FontName.HELVETICA_BOLD, 8.5f),
  SMALL(FontName.HELVETICA, 8.5f);

  private final FontName name;
  private final float size;

  PdfStyle(FontName name, float size) {
    this.name = name;
    this.size = size;
  }

  /** A font of its own for each document: what it has encoded shows in the bytes. */
  PDType1Font font() {
    return new PDType1Font(name);
  }

  float size() {
    return size;
  }

  /** Points from one line to the next. */
  float leading() {
    return size * 1.35f;
  }

  /** Text that the font has; what it lacks is written as its code point, so that it is not lost. */
  static String shown(PDType1Font font, String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              String character = Character.toString(point);
              shown.append(has(font, character) ? character : String.format("<U+%04X>", point));
            });
    return shown.toString();
  }

  private static boolean has(PDType1Font font, String character) {
    try {
      font.encode(character);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Breaks text into lines, at spaces where there are any.
   *
   * @param width points
   */
  List<String> lines(PDType1Font font, String text, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : shown(font, text).split(" ", -1)) {
      String rest = line.isEmpty() ? word : " " + word;
      if (!line.isEmpty() && width(font, line + rest) > width) {
        lines.add(line.toString());
        line.setLength(0);
        rest = word;
      }
      while (width(font, line + rest) > width && rest.length() > 1) {
        int fitting = fitting(font, rest, width);
        lines.add(rest.substring(0, fitting));
        rest = rest.substring(fitting);
      }
      line.append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  private int fitting(PDType1Font font, String word, float width) throws IOException {
    int fitting = 1;
    while (fitting < word.length() && width(font, word.substring(0, fitting + 1)) <= width) {
      fitting++;
    }
    return fitting;
  }

  private float width(PDType1Font font, String text) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }
}
