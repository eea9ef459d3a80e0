package dev.assay.compare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** A PDF document of one page, changed by what a test asks for. */
final class ForgedPdf implements AutoCloseable {
  private final PDDocument document = new PDDocument();
  private final PDPage page = new PDPage(PDRectangle.A4);

  ForgedPdf() {
    document.addPage(page);
  }

  ForgedPdf writes(String... lines) throws IOException {
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
      content.setLeading(14);
      content.newLineAtOffset(50, 700);
      for (String line : lines) {
        content.showText(line);
        content.newLine();
      }
      content.endText();
    }
    return this;
  }

  ForgedPdf says(String name, String value) {
    document.getDocumentInformation().setCustomMetadataValue(name, value);
    return this;
  }

  ForgedPdf notes(String contents) throws IOException {
    PDAnnotationText note = new PDAnnotationText();
    note.setContents(contents);
    page.getAnnotations().add(note);
    return this;
  }

  ForgedPdf describes(String xml) throws IOException {
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(xml.getBytes(StandardCharsets.UTF_8));
    document.getDocumentCatalog().setMetadata(metadata);
    return this;
  }

  ForgedPdf measures(PDRectangle size) {
    page.setMediaBox(size);
    return this;
  }

  ForgedPdf isEncrypted(int bits) throws IOException {
    StandardProtectionPolicy policy =
        new StandardProtectionPolicy("owner", "", new AccessPermission());
    policy.setEncryptionKeyLength(bits);
    document.protect(policy);
    return this;
  }

  /** A content that is deflated twice and comes to many times its size. */
  ForgedPdf inflatesTo(int bytes) throws IOException {
    PDStream content = new PDStream(document);
    try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
      byte[] spaces = new byte[1 << 16];
      Arrays.fill(spaces, (byte) ' ');
      for (int written = 0; written < bytes; written += spaces.length) {
        out.write(spaces);
      }
    }
    page.setContents(content);
    return this;
  }

  /** Forms of which each draws the next twice, so that the last is drawn 2^depth times. */
  ForgedPdf doubles(int depth) throws IOException {
    PDFormXObject next = form("");
    for (int i = 0; i < depth; i++) {
      PDFormXObject form = form("/Next Do /Next Do");
      PDResources resources = new PDResources();
      resources.put(COSName.getPDFName("Next"), next);
      form.setResources(resources);
      next = form;
    }
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      content.drawForm(next);
    }
    return this;
  }

  private PDFormXObject form(String drawn) throws IOException {
    PDFormXObject form = new PDFormXObject(document);
    form.setBBox(PDRectangle.A4);
    try (OutputStream out = form.getContentStream().createOutputStream()) {
      out.write(drawn.getBytes(StandardCharsets.US_ASCII));
    }
    return form;
  }

  /** The document, in the same bytes each time but for its identifier. */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.setDocumentId(1L);
    document.save(out, CompressParameters.NO_COMPRESSION);
    close();
    return out.toByteArray();
  }

  /** The document with its objects in compressed streams. */
  byte[] compressed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.setDocumentId(1L);
    document.save(out, CompressParameters.DEFAULT_COMPRESSION);
    close();
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
