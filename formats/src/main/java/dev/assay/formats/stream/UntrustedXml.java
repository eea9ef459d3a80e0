package dev.assay.formats.stream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Reads XML that a product holds: no document types, nothing from outside, and whatever is wrong is
 * an {@link XMLStreamException}. The JDK's reader throws others for some damaged documents, and
 * writes to standard error where bytes are none of the encoding; so bytes are decoded before.
 */
public final class UntrustedXml extends StreamReaderDelegate {
  private static final int DECLARATION = 256;
  private static final Pattern ENCODING =
      Pattern.compile(
          "^(?:\\u00ef\\u00bb\\u00bf)?<\\?xml[^>]{1,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})");

  private UntrustedXml(XMLStreamReader reader) {
    super(reader);
  }

  /**
   * Begins to read a document in the encoding that its byte order mark or declaration says, UTF-8
   * otherwise (XML 1.0, appendix F); bytes that are none of it become U+FFFD.
   */
  public static XMLStreamReader open(InputStream document) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      BufferedInputStream bytes = new BufferedInputStream(document);
      bytes.mark(DECLARATION);
      byte[] head = bytes.readNBytes(DECLARATION);
      bytes.reset();
      Charset encoding = encoding(head);
      bytes.skipNBytes(encoding.equals(StandardCharsets.UTF_8) && hasMark(head) ? 3 : 0);
      return new UntrustedXml(
          factory.createXMLStreamReader(new InputStreamReader(bytes, encoding)));
    } catch (IOException | RuntimeException damage) {
      throw new XMLStreamException(damage.getMessage(), damage);
    }
  }

  private static Charset encoding(byte[] head) {
    if (head.length >= 2 && (head[0] & head[1] & 0xFE) == 0xFE && head[0] != head[1]) {
      return StandardCharsets.UTF_16;
    }
    Matcher declared = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
    return declared.find()
        ? Charset.forName(declared.group(1), StandardCharsets.UTF_8)
        : StandardCharsets.UTF_8;
  }

  private static boolean hasMark(byte[] head) {
    return head.length >= 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF;
  }

  @Override
  public int next() throws XMLStreamException {
    try {
      return super.next();
    } catch (RuntimeException damage) {
      throw new XMLStreamException(damage.getMessage(), damage);
    }
  }
}
