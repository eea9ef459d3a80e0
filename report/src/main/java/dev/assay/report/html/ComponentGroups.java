package dev.assay.report.html;

import dev.assay.report.Overview;
import dev.assay.report.Plain;
import dev.assay.report.html.Page.ComponentRow;
import dev.assay.report.html.Page.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All components by kind, riskiest first. */
final class ComponentGroups {
  private static final int ROWS = 1500;

  private ComponentGroups() {}

  static List<Group> of(Overview overview) {
    Map<String, List<ComponentRow>> byKind = new TreeMap<>();
    for (Overview.Ranked ranked : overview.riskiest()) {
      byKind
          .computeIfAbsent(ranked.component().kind(), k -> new ArrayList<>())
          .add(
              new ComponentRow(
                  Plain.line(ranked.component().name()),
                  Plain.line(ranked.component().version()),
                  Integer.toString(ranked.risk().score()),
                  Integer.toString(ranked.risk().tier()),
                  Plain.line(ranked.component().artifacts().getFirst())));
    }
    List<Group> groups = new ArrayList<>();
    byKind.forEach(
        (kind, rows) ->
            groups.add(
                new Group(
                    kind,
                    PageBuilder.number(rows.size()),
                    rows.stream().limit(ROWS).toList(),
                    rows.size() > ROWS
                        ? "and " + (rows.size() - ROWS) + " more in the bundle"
                        : "")));
    return groups;
  }
}
