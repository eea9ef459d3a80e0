package dev.assay.formats.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedXmlTest {
  private static String text(byte[] document) throws XMLStreamException {
    XMLStreamReader reader = UntrustedXml.open(new ByteArrayInputStream(document));
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.CHARACTERS) {
        text.append(reader.getText());
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1", "windows-1252"})
  void readsADocumentInTheEncodingItDeclares(String encoding) throws XMLStreamException {
    String document = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a>Müller</a>";
    assertThat(text(document.getBytes(Charset.forName(encoding)))).isEqualTo("Müller");
  }

  @Test
  void readsADocumentBehindAByteOrderMark() throws XMLStreamException {
    assertThat(text("\uFEFF<a>ü</a>".getBytes(StandardCharsets.UTF_8))).isEqualTo("ü");
  }

  @Test
  void readsOnOverBytesThatAreNoneOfTheEncodingAndSaysNothing() throws XMLStreamException {
    byte[] document = "<a>b\u00c3(c</a>".getBytes(StandardCharsets.ISO_8859_1);
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true));
    try {
      assertThat(text(document)).isEqualTo("b\uFFFD(c");
    } finally {
      System.setErr(err);
    }
    assertThat(said.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<a",
        "<a><b></a>",
        "<a>&b;</a",
        "<!DOCTYPE x [<!EN\u0017TITY a \"b\"><!>]><a/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>c&b;</a>",
        "<?xml version=\"1.0\" encoding=\"none-of-these\"?><a>"
      })
  void whatIsNoXmlIsRefusedInOneWay(String document) {
    assertThatThrownBy(() -> text(document.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(XMLStreamException.class);
  }
}
