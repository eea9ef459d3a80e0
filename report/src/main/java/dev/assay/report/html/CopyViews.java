package dev.assay.report.html;

import dev.assay.model.Described;
import dev.assay.model.Evaluation;
import dev.assay.report.Plain;
import dev.assay.report.privacy.FactMap;
import java.util.Comparator;
import java.util.List;

/**
 * The section on libraries that are in the product more than once, those with most places first.
 */
final class CopyViews {
  private static final String KIND = "library-copies";
  private static final int LIBRARIES = 100;
  private static final int PLACES = 200;

  private CopyViews() {}

  static List<Page.Copies> of(Evaluation evaluation) {
    return evaluation.components().stream()
        .filter(each -> each.component().kind().equals(KIND))
        .map(CopyViews::copies)
        .sorted(
            Comparator.comparingInt((Page.Copies each) -> -each.count())
                .thenComparing(Page.Copies::library))
        .limit(LIBRARIES)
        .toList();
  }

  private static Page.Copies copies(Described described) {
    FactMap facts = FactMap.of(described.facts());
    List<FactMap> places = facts.records("places");
    return new Page.Copies(
        Plain.line(facts.text("library")),
        places.size(),
        Plain.line(String.join(", ", facts.texts("versions"))),
        facts.number("full"),
        facts.number("partial"),
        facts.number("fragments"),
        places.stream().limit(PLACES).map(CopyViews::place).toList(),
        places.size() > PLACES ? "and " + (places.size() - PLACES) + " more in the bundle" : "");
  }

  private static Page.CopyPlace place(FactMap place) {
    List<String> parts = place.texts("parts");
    return new Page.CopyPlace(
        Plain.line(place.text("path")),
        place.text("extent"),
        place.text("version").isEmpty() ? "not told" : Plain.line(place.text("version")),
        parts.size() + " of " + place.number("of") + ": " + String.join(", ", parts));
  }
}
