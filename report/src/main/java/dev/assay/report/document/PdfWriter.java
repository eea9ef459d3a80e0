package dev.assay.report.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * PDF on A4 with the fonts that every reader has. The same document gives the same bytes: no date,
 * and an identifier that does not come from the clock.
 */
public final class PdfWriter {
  private PdfWriter() {}

  public static void write(Document document, OutputStream out) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      PDDocumentInformation information = new PDDocumentInformation();
      information.setTitle(document.title() + ": " + document.subtitle());
      information.setCreator("Assay");
      pdf.setDocumentInformation(information);
      pdf.getDocumentCatalog().setLanguage("en");
      pdf.setDocumentId(identifier(document));
      try (PdfPages pages = new PdfPages(pdf, document.footer())) {
        pages.line(PdfStyle.TITLE, document.title(), 0, 1);
        pages.line(PdfStyle.SMALL, document.subtitle(), 0, 1);
        for (Block block : document.blocks()) {
          block(pages, block);
        }
      }
      pdf.save(out);
    }
  }

  private static long identifier(Document document) throws IOException {
    CRC32 checksum = new CRC32();
    MarkdownWriter.write(
        document, new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
    return checksum.getValue();
  }

  private static void block(PdfPages pages, Block block) throws IOException {
    switch (block) {
      case Block.Heading heading -> {
        pages.space(heading.level() == 1 ? 14 : 8);
        pages.keep(60);
        pages.line(heading.level() == 1 ? PdfStyle.HEADING : PdfStyle.STRONG, heading.text(), 0, 1);
        pages.space(2);
      }
      case Block.Paragraph paragraph -> {
        pages.line(PdfStyle.TEXT, paragraph.text(), 0, 1);
        pages.space(4);
      }
      case Block.Bullets bullets -> {
        for (String item : bullets.items()) {
          pages.line(PdfStyle.TEXT, "• " + item, .02f, .98f);
        }
        pages.space(4);
      }
      case Block.Table table -> {
        pages.row(PdfStyle.STRONG_SMALL, table.head(), table.widths());
        for (var row : table.rows()) {
          pages.row(PdfStyle.SMALL, row, table.widths());
        }
        pages.space(6);
      }
    }
  }
}
