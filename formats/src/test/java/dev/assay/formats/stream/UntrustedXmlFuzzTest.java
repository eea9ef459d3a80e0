package dev.assay.formats.stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

class UntrustedXmlFuzzTest {
  @FuzzTest
  void readsAnyBytesOrRefusesThem(byte[] content) {
    try {
      XMLStreamReader document = UntrustedXml.open(new ByteArrayInputStream(content));
      while (document.hasNext()) {
        document.next();
      }
    } catch (XMLStreamException refused) {
      // A refusal is an answer.
    }
  }
}
