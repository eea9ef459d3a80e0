package dev.assay.feed.source;

import dev.assay.feed.Conditions;
import dev.assay.feed.Cpe;
import dev.assay.feed.Range;
import dev.assay.feed.SourceKind;
import dev.assay.feed.Statement;
import dev.assay.feed.Status;
import dev.assay.feed.Subject;
import dev.assay.feed.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One element of {@code configurations}: nodes of CPE matches, joined by AND where the vulnerable
 * product only matters together with another (an operating system, a board).
 */
final class CpeConfiguration {
  /** More platforms than that narrow nothing down. */
  private static final int MOST_PLATFORMS = 64;

  /** Software targets that stand for an operating system. */
  private static final Map<String, String> TARGET_SYSTEMS =
      Map.of(
          "windows", "o:microsoft:windows",
          "macos", "o:apple:macos",
          "mac_os_x", "o:apple:mac_os_x",
          "iphone_os", "o:apple:iphone_os",
          "ipados", "o:apple:ipados",
          "android", "o:google:android");

  /** What one product's matches add up to. */
  private record Covered(List<Range> ranges, List<String> versions) {}

  private record Key(String subject, String target) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int bySubject = subject.compareTo(other.subject);
      return bySubject != 0 ? bySubject : target.compareTo(other.target);
    }
  }

  private CpeConfiguration() {}

  static List<Statement> statements(String id, Json.Fields configuration) {
    TreeMap<Key, Covered> products = new TreeMap<>();
    TreeSet<String> platforms = new TreeSet<>();
    refuseNegation(configuration);
    for (Json.Fields node : configuration.objects("nodes")) {
      refuseNegation(node);
      for (Json.Fields match : node.objects("cpeMatch")) {
        String criteria = match.need("criteria");
        Cpe cpe =
            Cpe.read(criteria)
                .orElseThrow(
                    () ->
                        new Unexpected(
                            "expected a CPE name, found `" + Texts.shown(criteria) + "`"));
        if (match.truth("vulnerable")) {
          Covered covered =
              products.computeIfAbsent(
                  new Key(Subject.of(cpe), cpe.targetSoftware()),
                  key -> new Covered(new ArrayList<>(), new ArrayList<>()));
          add(covered, cpe, match);
        } else {
          platforms.add(cpe.part() + ":" + cpe.vendor() + ":" + cpe.product());
        }
      }
    }
    List<Statement> statements = new ArrayList<>();
    products.forEach(
        (key, covered) ->
            statements.add(
                Statement.of(
                        key.subject(), id, SourceKind.NVD, Status.AFFECTED, VersionScheme.GENERIC)
                    .covering(covered.ranges(), covered.versions())
                    .under(conditions(key, platforms))));
    return statements;
  }

  private static void refuseNegation(Json.Fields node) {
    if (node.truth("negate")) {
      throw new Unexpected("expected no negated node, found one");
    }
  }

  private static void add(Covered covered, Cpe cpe, Json.Fields match) {
    Range range =
        range(
            match.text("versionStartIncluding"),
            match.text("versionStartExcluding"),
            match.text("versionEndExcluding"),
            match.text("versionEndIncluding"));
    if (!range.equals(Range.ALL) || cpe.version().equals("*")) {
      covered.ranges().add(range);
    } else {
      // "-" is kept: the record names the product, but no version.
      String any =
          cpe.update().equals("*") && !cpe.version().equals("-") ? Statement.ANY_UPDATE : "";
      covered.versions().add(Texts.word("version", cpe.fullVersion() + any));
    }
  }

  static Range range(String introduced, String after, String fixed, String last) {
    for (String bound : List.of(introduced, after, fixed, last)) {
      if (!bound.isEmpty()) {
        Texts.word("version", bound);
      }
    }
    if ((!introduced.isEmpty() && !after.isEmpty()) || (!fixed.isEmpty() && !last.isEmpty())) {
      throw new Unexpected("expected one bound at each end of a version range, found two");
    }
    return new Range(introduced, after, fixed, last);
  }

  private static Conditions conditions(Key key, Set<String> platforms) {
    String system = TARGET_SYSTEMS.getOrDefault(key.target(), "");
    List<String> needed =
        !system.isEmpty()
            ? List.of(system)
            : platforms.size() <= MOST_PLATFORMS ? List.copyOf(platforms) : List.of();
    return new Conditions(needed, List.of(), List.of(), List.of(), List.of());
  }
}
