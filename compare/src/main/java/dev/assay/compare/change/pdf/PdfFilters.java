package dev.assay.compare.change.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * How a stream of a PDF document is to be decoded (ISO 32000-1 §7.4).
 *
 * @param arePictures whether it is a picture, or what only pictures are encoded with
 * @param steps in their order
 */
record PdfFilters(boolean arePictures, List<Step> steps) {
  private static final int MOST = 8;

  /** Bits of a row that a predictor keeps. */
  private static final long WIDEST = 8L << 20;

  private static final Set<String> OF_PICTURES =
      Set.of("DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode");

  /** One filter and its parameters. */
  record Step(COSName name, COSDictionary parameters) {
    /** As the dictionary of a stream that has no other filter. */
    COSDictionary alone() {
      COSDictionary stream = new COSDictionary();
      stream.setItem(COSName.FILTER, name);
      stream.setItem(COSName.DECODE_PARMS, parameters);
      return stream;
    }
  }

  /**
   * @throws IOException where they are not as they must be
   */
  static PdfFilters of(COSStream stream) throws IOException {
    List<COSBase> names = list(stream.getFilters());
    List<COSBase> parameters = list(stream.getDictionaryObject(COSName.DECODE_PARMS));
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!(names.get(i) instanceof COSName name)) {
        throw new IOException("a filter is no name");
      }
      boolean has = i < parameters.size() && parameters.get(i) instanceof COSDictionary;
      steps.add(
          new Step(name, has ? checked((COSDictionary) parameters.get(i)) : new COSDictionary()));
    }
    boolean picture =
        COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
            || steps.stream().anyMatch(step -> OF_PICTURES.contains(step.name.getName()));
    return new PdfFilters(picture, List.copyOf(steps));
  }

  private static List<COSBase> list(COSBase said) throws IOException {
    if (!(said instanceof COSArray several)) {
      return said == null ? List.of() : List.of(said);
    }
    if (several.size() > MOST) {
      throw new IOException("more than " + MOST + " filters");
    }
    List<COSBase> list = new ArrayList<>();
    for (int i = 0; i < several.size(); i++) {
      list.add(several.getObject(i));
    }
    return list;
  }

  private static COSDictionary checked(COSDictionary parameters) throws IOException {
    long columns = parameters.getInt(COSName.COLUMNS, 1);
    long colours = parameters.getInt(COSName.COLORS, 1);
    long bits = parameters.getInt(COSName.BITS_PER_COMPONENT, 8);
    boolean fits = columns > 0 && colours > 0 && bits > 0 && bits <= 16 && colours <= 32;
    if (!fits || columns > WIDEST / bits / colours) {
      throw new IOException("rows of " + columns + " columns");
    }
    return parameters;
  }
}
