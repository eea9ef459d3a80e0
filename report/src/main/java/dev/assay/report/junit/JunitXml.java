package dev.assay.report.junit;

import dev.assay.evidence.Bundle;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evaluation;
import dev.assay.model.Evidence;
import dev.assay.model.Outcome;
import dev.assay.model.Place;
import dev.assay.model.PlannedTest;
import dev.assay.model.Verdict;
import dev.assay.report.Overview;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One test suite per kind of component, one test case per verdict. */
public final class JunitXml implements Bundle.View {
  @Override
  public String fileName() {
    return "results.junit.xml";
  }

  @Override
  public void write(Evaluation evaluation, String root, OutputStream out) throws IOException {
    Map<String, String> kinds = new HashMap<>();
    for (Described described : evaluation.components()) {
      Component component = described.component();
      kinds.put(component.id(), component.kind());
    }
    Map<String, List<Verdict>> suites = new TreeMap<>();
    for (Verdict verdict : evaluation.verdicts()) {
      suites
          .computeIfAbsent(
              Overview.isPlanned(verdict)
                  ? PlannedTest.PRODUCT
                  : kinds.getOrDefault(verdict.component(), "unknown"),
              k -> new ArrayList<>())
          .add(verdict);
    }
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", legal(evaluation.product().name()));
      for (Map.Entry<String, List<Verdict>> suite : suites.entrySet()) {
        suite(xml, suite.getKey(), suite.getValue());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void suite(XMLStreamWriter xml, String kind, List<Verdict> verdicts)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", kind);
    xml.writeAttribute("tests", Integer.toString(verdicts.size()));
    xml.writeAttribute("failures", count(verdicts, Outcome.FAIL));
    xml.writeAttribute("skipped", count(verdicts, Outcome.INCONCLUSIVE));
    xml.writeAttribute("errors", "0");
    for (Verdict verdict : verdicts) {
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", legal(verdict.component()));
      xml.writeAttribute("name", verdict.test());
      switch (verdict.outcome()) {
        case PASS -> {}
        case FAIL -> failure(xml, verdict);
        case INCONCLUSIVE -> {
          xml.writeEmptyElement("skipped");
          xml.writeAttribute("message", legal(verdict.why()));
        }
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void failure(XMLStreamWriter xml, Verdict verdict) throws XMLStreamException {
    xml.writeStartElement("failure");
    xml.writeAttribute("type", verdict.severity().word());
    xml.writeAttribute("message", legal(verdict.why()));
    for (Evidence evidence : verdict.evidence()) {
      String place =
          switch (evidence.place()) {
            case Place.Line line -> ":" + line.number();
            case Place.Offset offset -> " at byte " + offset.bytes();
            case Place.Whole whole -> "";
          };
      xml.writeCharacters(legal(evidence.artifact() + place + "  " + evidence.excerpt()) + "\n");
    }
    xml.writeEndElement();
  }

  private static String count(List<Verdict> verdicts, Outcome outcome) {
    return Long.toString(verdicts.stream().filter(v -> v.outcome() == outcome).count());
  }

  /** Characters XML 1.0 §2.2 does not allow become U+FFFD. */
  private static String legal(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000
                    ? c
                    : 0xFFFD)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
