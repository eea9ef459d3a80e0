package dev.assay.compare.change.pdf;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * What a PDF document says of itself and its pages: version, document information (ISO 32000-1
 * §14.3.3), sizes of pages in points of 1/72 inch (§14.11.2), annotations (§12.5).
 */
final class PdfFacts {
  /** Entries of an annotation that a person wrote or that say when (§12.5.2, §12.5.6.2). */
  private static final List<COSName> WRITTEN =
      List.of(
          COSName.CONTENTS,
          COSName.T,
          COSName.M,
          COSName.getPDFName("Subj"),
          COSName.getPDFName("CreationDate"));

  private final Numbered facts = new Numbered();

  private PdfFacts() {}

  static ValueSet of(PDDocument document) {
    PdfFacts facts = new PdfFacts();
    facts.facts.add("version", String.valueOf(document.getVersion()));
    facts.information(document.getDocument().getTrailer().getCOSDictionary(COSName.INFO));
    int pages = 0;
    for (PDPage page : document.getPages()) {
      facts.page("page " + ++pages, page);
    }
    facts.facts.add("pages", String.valueOf(pages));
    return facts.facts.toValueSet();
  }

  private void information(COSDictionary information) {
    if (information != null) {
      for (COSName name : information.keySet()) {
        facts.add("information " + name.getName(), shown(information.getDictionaryObject(name)));
      }
    }
  }

  private void page(String name, PDPage page) {
    PDRectangle size = page.getMediaBox();
    facts.add(name + " size", size.getWidth() + " x " + size.getHeight());
    COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
    if (annotations == null) {
      return;
    }
    SortedMap<String, Integer> kinds = new TreeMap<>();
    for (int i = 0; i < annotations.size(); i++) {
      facts.step();
      if (annotations.getObject(i) instanceof COSDictionary annotation) {
        String kind = annotation.getNameAsString(COSName.SUBTYPE, "of no kind");
        kinds.merge(kind, 1, Integer::sum);
        annotation(name + " annotation " + kind, annotation);
      }
    }
    facts.add(name + " annotations", counts(kinds));
  }

  private void annotation(String name, COSDictionary annotation) {
    for (COSName entry : WRITTEN) {
      if (annotation.getDictionaryObject(entry) instanceof COSString text) {
        facts.add(name + " " + entry.getName(), text.getString());
      }
    }
    COSDictionary action = annotation.getCOSDictionary(COSName.A);
    if (action != null && action.getDictionaryObject(COSName.URI) instanceof COSString target) {
      facts.add(name + " URI", target.getString());
    }
  }

  private static String counts(Map<String, Integer> kinds) {
    return kinds.entrySet().stream()
        .map(kind -> kind.getValue() + " " + kind.getKey())
        .reduce((first, second) -> first + ", " + second)
        .orElse("none");
  }

  private static String shown(COSBase value) {
    return switch (value) {
      case COSString text -> text.getString();
      case COSName name -> "/" + name.getName();
      case null, default -> "neither text nor name";
    };
  }
}
