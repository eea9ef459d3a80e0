package dev.assay.inspect.sbom;

import dev.assay.formats.Malformed;
import dev.assay.formats.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Collects what a reader understands of a document, record by record. */
final class Records {
  private static final int MOST_COMPONENTS = 100_000;
  private static final int MOST_TOLD = 100;
  private static final int LONGEST = 1000;

  final List<Listed> components = new ArrayList<>();

  /** References of components, in the order of {@link #components}. */
  final List<String> references = new ArrayList<>();

  private final Set<String> related = new HashSet<>();
  private final List<String> refused = new ArrayList<>();
  private int refusals;

  void add(String reference, Listed listed) {
    if (components.size() >= MOST_COMPONENTS) {
      refuse(listed.place(), "more than " + MOST_COMPONENTS + " components");
    } else if (listed.name().isBlank()) {
      refuse(listed.place(), "expected a name, found none");
    } else if (!listed.purl().isEmpty() && !PackageUrl.is(listed.purl())) {
      refuse(listed.place(), "expected a package URL, found `" + shown(listed.purl()) + "`");
    } else {
      components.add(listed);
      references.add(reference);
    }
  }

  /** Says what a component needs; every reference must be one of the document. */
  void relate(String place, String from, List<String> to, Set<String> known) {
    for (String reference : to) {
      if (!known.contains(reference)) {
        refuse(place, "expected a reference of the document, found `" + shown(reference) + "`");
      }
    }
    if (known.contains(from)) {
      related.add(from);
    } else {
      refuse(place, "expected a reference of the document, found `" + shown(from) + "`");
    }
  }

  void refuse(String place, String reason) {
    refusals++;
    if (refused.size() < MOST_TOLD) {
      refused.add(place + ": " + reason);
    }
  }

  /** The facts with what was collected. */
  SbomFacts facts(
      String format,
      String specVersion,
      String author,
      String timestamp,
      String subject,
      String subjectVersion) {
    List<Listed> all = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      Listed each = components.get(i);
      all.add(related.contains(references.get(i)) ? each.relatedTo() : each);
    }
    return new SbomFacts(
        format,
        shown(specVersion),
        cut(author),
        shown(timestamp),
        cut(subject),
        cut(subjectVersion),
        List.copyOf(all),
        List.copyOf(refused),
        refusals);
  }

  /** A text no longer than names and identifiers are. */
  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** A digest in lower case; empty where it is none. */
  static String digest(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.matches("[0-9a-f]{64}") ? lower : "";
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  /** Members of an array; anything but an array, where something is, is refused as a whole. */
  List<Json> items(Json value, String place) {
    boolean absent = value instanceof Json.Text(String text) && text.isEmpty();
    if (!absent && !(value instanceof Json.Items)) {
      throw new Malformed("sbom.list", -1, "expected a list in " + place + ", found another value");
    }
    return value.items();
  }
}
