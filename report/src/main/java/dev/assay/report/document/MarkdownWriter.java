package dev.assay.report.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Markdown (CommonMark, tables as GitHub has them), to be written on by people. */
public final class MarkdownWriter {
  private static final String SPECIAL = "\\`*_{}[]<>#|&~";

  private MarkdownWriter() {}

  public static void write(Document document, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder(1 << 14);
    text.append("# ").append(escape(document.title())).append("\n\n");
    text.append(line(document.subtitle())).append("\n\n");
    document.blocks().forEach(block -> text.append(block(block)).append('\n'));
    text.append("---\n\n").append(line(document.footer())).append('\n');
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Heading heading ->
          "#".repeat(heading.level() + 1) + " " + escape(heading.text()) + "\n";
      case Block.Paragraph paragraph -> line(paragraph.text()) + "\n";
      case Block.Bullets bullets ->
          bullets.items().stream()
              .map(item -> "- " + line(item) + "\n")
              .collect(Collectors.joining());
      case Block.Table table ->
          row(table.head())
              + "|"
              + String.join("|", Collections.nCopies(table.head().size(), "---"))
              + "|\n"
              + table.rows().stream().map(MarkdownWriter::row).collect(Collectors.joining());
    };
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> " " + escape(cell) + " ")
        .collect(Collectors.joining("|", "|", "|\n"));
  }

  /** Text that means nothing but itself within a line. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (char c : text.toCharArray()) {
      if (SPECIAL.indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /** Text that begins no list and no heading where a line begins with it. */
  private static String line(String text) {
    return escape(text.strip())
        .replaceFirst("^([-+=])", "\\\\$1")
        .replaceFirst("^([0-9]{1,9})([.)])", "$1\\\\$2");
  }
}
