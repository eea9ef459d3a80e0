package dev.assay.compare.change.pdf;

import dev.assay.formats.Malformed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Parses documents of which nothing is trusted: every stream is decoded here, within what one of
 * them and all together may come to, and handed on without filters. Pictures are left out, and
 * nothing is decrypted.
 */
final class BoundedPdf extends PDFParser {
  private static final int MOST_BYTES = 32 << 20;
  private static final int LARGEST_STREAM = 8 << 20;

  /** Bytes that all streams, and each step of decoding them, may come to. */
  private static final int MOST_DECODED = 64 << 20;

  /** Each costs up to a hundred bytes while it is kept. */
  private static final int MOST_TOKENS = 2_000_000;

  private int decoded;
  private int tokens;

  private BoundedPdf(byte[] content) throws IOException {
    super(
        new RandomAccessReadBuffer(content), "", null, null, IOUtils.createMemoryOnlyStreamCache());
    add(tokens(content));
  }

  /**
   * @throws EncryptedPdf where it is encrypted
   * @throws Malformed {@code pdf.size} where it is too large, or what is in it
   * @throws IOException where it is damaged
   */
  static PDDocument parse(byte[] content) throws IOException {
    if (content.length > MOST_BYTES) {
      throw tooLarge("a document of more than " + MOST_BYTES + " bytes");
    }
    // Mending damaged documents is left out: it is done by a parser that nothing bounds.
    return new BoundedPdf(content).parse(false);
  }

  @Override
  protected void prepareDecryption() {
    COSDictionary encryption = document.getEncryptionDictionary();
    if (encryption != null) {
      throw EncryptedPdf.by(encryption);
    }
  }

  @Override
  protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
    COSStream stream = super.parseCOSStream(dictionary);
    byte[] plain = decoded(stream);
    if (stream.containsKey(COSName.FIRST)) {
      add(tokens(plain));
    } else if (tokens(plain) > MOST_TOKENS) {
      throw tooLarge("a stream of more than " + MOST_TOKENS + " tokens");
    }
    stream.removeItem(COSName.FILTER);
    stream.removeItem(COSName.DECODE_PARMS);
    try (OutputStream out = stream.createRawOutputStream()) {
      out.write(plain);
    }
    return stream;
  }

  private void add(int more) {
    tokens += more;
    if (tokens > MOST_TOKENS) {
      throw tooLarge("objects of more than " + MOST_TOKENS + " tokens");
    }
  }

  private byte[] decoded(COSStream stream) throws IOException {
    PdfFilters filters = PdfFilters.of(stream);
    if (filters.arePictures()) {
      return new byte[0];
    }
    byte[] data;
    try (InputStream raw = stream.createRawInputStream()) {
      data = raw.readAllBytes();
    }
    for (PdfFilters.Step step : filters.steps()) {
      Bounded into = new Bounded();
      FilterFactory.INSTANCE
          .getFilter(step.name())
          .decode(new ByteArrayInputStream(data), into, step.alone(), 0);
      data = into.all.toByteArray();
    }
    return data;
  }

  /** What begins behind a delimiter or space (§7.2.2), or may. */
  private static int tokens(byte[] data) {
    int count = 0;
    for (byte each : data) {
      count +=
          switch (each) {
            case ' ', '\n', '\r', '\t', '\f', 0, '[', '<', '(', '/', '.', '+', '-' -> 1;
            default -> 0;
          };
    }
    return count;
  }

  private static Malformed tooLarge(String what) {
    return new Malformed("pdf.size", -1, what + "; not read");
  }

  /** Takes no more than one stream may come to, and what is left for all. */
  private final class Bounded extends OutputStream {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    @Override
    public void write(int one) {
      take(1);
      all.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      take(count);
      all.write(bytes, from, count);
    }

    private void take(int count) {
      decoded += count;
      if (count > LARGEST_STREAM - all.size() || decoded > MOST_DECODED) {
        throw tooLarge("a stream of more than " + LARGEST_STREAM + " bytes, or too many of them");
      }
    }
  }
}
