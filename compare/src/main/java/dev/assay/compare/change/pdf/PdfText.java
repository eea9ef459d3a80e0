package dev.assay.compare.change.pdf;

import dev.assay.formats.Malformed;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Lines of text of each page. Forms may draw forms, so what is drawn is counted. */
final class PdfText extends PDFTextStripper {
  private static final int MOST_OPERATORS = 2_000_000;
  private static final int MOST_FORMS = 20_000;
  private static final int DEEPEST = 16;
  private static final int MOST_CHARACTERS = 8_000_000;

  /** Each is kept with its place, in some hundred bytes, to the end of its page. */
  private static final int MOST_ON_PAGE = 200_000;

  static {
    FontMappers.set(new PdfFonts());
  }

  private final SortedMap<Integer, List<String>> pages = new TreeMap<>();
  private final StringWriter written;
  private int operators;
  private int forms;
  private int characters;
  private int onPage;

  private PdfText(StringWriter written) {
    this.written = written;
    setLineSeparator("\n");
    setShouldSeparateByBeads(false);
  }

  /**
   * @return lines by number of page, from 1; of pages that have any
   * @throws Malformed {@code pdf.drawn} where too much is drawn
   */
  static SortedMap<Integer, List<String>> of(PDDocument document) throws IOException {
    StringWriter written = new StringWriter();
    PdfText text = new PdfText(written);
    text.writeText(document, written);
    return text.pages;
  }

  @Override
  protected void endPage(PDPage page) {
    List<String> lines = written.toString().lines().filter(line -> !line.isBlank()).toList();
    if (!lines.isEmpty()) {
      pages.put(getCurrentPageNo(), lines);
    }
    written.getBuffer().setLength(0);
    onPage = 0;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators > MOST_OPERATORS) {
      throw new Malformed("pdf.drawn", -1, "more than " + MOST_OPERATORS + " operators");
    }
    super.processOperator(operator, operands);
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    enter();
    super.showForm(form);
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
    enter();
    super.showTransparencyGroup(group);
  }

  private void enter() {
    if (++forms > MOST_FORMS || getLevel() > DEEPEST) {
      throw new Malformed("pdf.drawn", -1, "more than " + MOST_FORMS + " forms, or too deep");
    }
  }

  @Override
  protected void processTextPosition(TextPosition glyph) {
    characters += glyph.getUnicode().length();
    if (++onPage > MOST_ON_PAGE || characters > MOST_CHARACTERS) {
      throw new Malformed("pdf.drawn", -1, "more than " + MOST_ON_PAGE + " glyphs on a page");
    }
    super.processTextPosition(glyph);
  }
}
