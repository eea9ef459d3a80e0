package dev.assay.report.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;

/** Sets lines from top to bottom, a new page where one is full. Lengths are points, 1/72 inch. */
final class PdfPages implements AutoCloseable {
  private static final float MARGIN = 54;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final float GAP = 6;

  private final PDDocument pdf;
  private final String footer;
  private final Map<PdfStyle, PDType1Font> fonts = new EnumMap<>(PdfStyle.class);
  private Optional<PDPageContentStream> page = Optional.empty();
  private int number;
  private float y;

  PdfPages(PDDocument pdf, String footer) {
    this.pdf = pdf;
    this.footer = footer;
  }

  private PDType1Font font(PdfStyle style) {
    return fonts.computeIfAbsent(style, PdfStyle::font);
  }

  /** Space before what comes next. */
  void space(float height) {
    y -= height;
  }

  /** Begins a page where less than that height is left. */
  void keep(float height) throws IOException {
    if (page.isEmpty() || y - height < MARGIN) {
      turn();
    }
  }

  /**
   * Sets text in a column.
   *
   * @param from left edge as a share of the page's width
   * @param share the column's width as a share of it
   */
  void line(PdfStyle style, String text, float from, float share) throws IOException {
    for (String line : style.lines(font(style), text, WIDTH * share)) {
      keep(style.leading());
      y -= style.leading();
      show(style, line, MARGIN + WIDTH * from, y);
    }
  }

  /** Sets cells beside each other. A row that does not fit on the page goes on on the next. */
  void row(PdfStyle style, List<String> cells, List<Integer> widths) throws IOException {
    float sum = widths.stream().mapToInt(Integer::intValue).sum();
    List<List<String>> columns = new ArrayList<>();
    int height = 0;
    for (int i = 0; i < cells.size(); i++) {
      columns.add(style.lines(font(style), cells.get(i), WIDTH * widths.get(i) / sum - GAP));
      height = Math.max(height, columns.getLast().size());
    }
    keep(Math.min(height, 6) * style.leading() + 4);
    for (int line = 0; line < height; line++) {
      keep(style.leading());
      y -= style.leading();
      float x = MARGIN;
      for (int i = 0; i < columns.size(); i++) {
        if (line < columns.get(i).size()) {
          show(style, columns.get(i).get(line), x, y);
        }
        x += WIDTH * widths.get(i) / sum;
      }
    }
    rule();
  }

  private void rule() throws IOException {
    y -= 3;
    PDPageContentStream content = page.orElseThrow();
    content.setLineWidth(.3f);
    content.moveTo(MARGIN, y);
    content.lineTo(MARGIN + WIDTH, y);
    content.stroke();
  }

  private void turn() throws IOException {
    close();
    PDPage next = new PDPage(PDRectangle.A4);
    pdf.addPage(next);
    page = Optional.of(new PDPageContentStream(pdf, next));
    number++;
    y = PDRectangle.A4.getHeight() - MARGIN;
    List<String> foot = PdfStyle.SMALL.lines(font(PdfStyle.SMALL), footer, WIDTH - 60);
    show(PdfStyle.SMALL, foot.getFirst(), MARGIN, MARGIN / 2);
    show(PdfStyle.SMALL, String.valueOf(number), MARGIN + WIDTH - 20, MARGIN / 2);
  }

  private void show(PdfStyle style, String text, float x, float at) throws IOException {
    PDPageContentStream content = page.orElseThrow();
    content.beginText();
    content.setFont(font(style), style.size());
    content.newLineAtOffset(x, at);
    content.showText(text);
    content.endText();
  }

  @Override
  public void close() throws IOException {
    if (page.isPresent()) {
      page.get().close();
      page = Optional.empty();
    }
  }
}
