package dev.assay.report.document;

import com.samskivert.mustache.Escapers;
import dev.assay.model.ProgramFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One page without script that loads nothing. */
public final class HtmlWriter {
  private final StringBuilder html = new StringBuilder(1 << 16);

  private HtmlWriter() {}

  public static void write(Document document, OutputStream out) throws IOException {
    HtmlWriter writer = new HtmlWriter();
    writer.head(document);
    document.blocks().forEach(writer::block);
    writer.html.append("</main>\n<footer class=\"wrap\"><p>");
    writer.text(document.footer()).append("</p></footer>\n</body>\n</html>\n");
    out.write(writer.html.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void head(Document document) throws IOException {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" ")
        .append("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    text(document.title()).append(" · ");
    text(document.subtitle()).append("</title>\n<style>");
    html.append(ProgramFile.text(HtmlWriter.class, "document.css"))
        .append("</style>\n</head>\n<body>\n<main class=\"wrap\">\n<h1>");
    text(document.title()).append("</h1>\n<p class=\"subtitle\">");
    text(document.subtitle()).append("</p>\n");
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> element("h" + (heading.level() + 1), heading.text());
      case Block.Paragraph paragraph -> element("p", paragraph.text());
      case Block.Bullets bullets -> {
        html.append("<ul>\n");
        bullets.items().forEach(item -> element("li", item));
        html.append("</ul>\n");
      }
      case Block.Table table -> table(table);
    }
  }

  private void table(Block.Table table) {
    html.append("<div class=\"scroll\"><table>\n<colgroup>");
    int all = table.widths().stream().mapToInt(Integer::intValue).sum();
    table.widths().forEach(width -> column(100 * width / all));
    html.append("</colgroup>\n<thead><tr>");
    table.head().forEach(cell -> cell("th scope=\"col\"", "th", cell));
    html.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : table.rows()) {
      html.append("<tr>");
      cell("th scope=\"row\"", "th", row.getFirst());
      row.subList(1, row.size()).forEach(cell -> cell("td", "td", cell));
      html.append("</tr>\n");
    }
    html.append("</tbody></table></div>\n");
  }

  private void column(int percent) {
    html.append("<col style=\"width:").append(percent).append("%\">");
  }

  private void cell(String open, String close, String value) {
    html.append('<').append(open).append('>');
    text(value).append("</").append(close).append('>');
  }

  private void element(String name, String value) {
    cell(name, name, value);
    html.append('\n');
  }

  private StringBuilder text(String value) {
    return html.append(Escapers.HTML.escape(value));
  }
}
