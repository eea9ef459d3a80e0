package dev.assay.compare.change.pdf;

import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** A document is encrypted (ISO 32000-1 §7.6): nothing in it is read. */
final class EncryptedPdf extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int SHORTEST_KEY = 40;

  private EncryptedPdf(String how) {
    super(how, null, false, false);
  }

  /**
   * @param encryption dictionary of the trailer
   */
  static EncryptedPdf by(COSDictionary encryption) {
    return new EncryptedPdf(
        String.format(
            Locale.ROOT,
            "%s, version %d, revision %d, key of %d bits",
            encryption.getNameAsString(COSName.FILTER, "no handler"),
            encryption.getInt(COSName.V, 0),
            encryption.getInt(COSName.R, 0),
            encryption.getInt(COSName.LENGTH, SHORTEST_KEY)));
  }

  /** Handler, version and length of the key. */
  String how() {
    return String.valueOf(getMessage());
  }
}
