package dev.assay.compare.change.pdf;

import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.text.XmlValues;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * What a reader sees of a PDF document (ISO 32000-1).
 *
 * @param facts of the document and its pages
 * @param metadata elements of the metadata stream (§14.3.2) by their path
 * @param pages lines of text by number of page, from 1
 */
record PdfDocument(ValueSet facts, ValueSet metadata, SortedMap<Integer, List<String>> pages) {
  private static final int MAX = 64 << 20;
  private static final ValueSet NOTHING = ValueSet.of(Map.of());

  /**
   * Of an encrypted document only that it is.
   *
   * @throws Malformed where it cannot be read, or only with too much memory or work
   */
  static PdfDocument read(Bytes content) {
    try (PDDocument document = BoundedPdf.parse(content.toArray(MAX))) {
      return new PdfDocument(PdfFacts.of(document), metadata(document), PdfText.of(document));
    } catch (EncryptedPdf encrypted) {
      ValueSet how = ValueSet.of(Map.of("encryption", encrypted.how()));
      return new PdfDocument(how, NOTHING, new TreeMap<>());
    } catch (Malformed tooMuch) {
      throw tooMuch;
    } catch (IOException | RuntimeException | StackOverflowError damaged) {
      throw new Malformed("pdf.damaged", -1, "cannot be read as a document");
    }
  }

  private static ValueSet metadata(PDDocument document) throws IOException {
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    if (metadata == null) {
      return NOTHING;
    }
    try (InputStream xmp = metadata.exportXMPMetadata()) {
      return new XmlValues().of(Bytes.of(xmp.readAllBytes()));
    } catch (Malformed noXml) {
      return NOTHING;
    }
  }
}
