package dev.assay.verify.bundle;

import dev.assay.verify.json.Fields;
import dev.assay.verify.json.Names;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was found in the product.
 *
 * @param artifacts their number
 * @param withProblems number of artifacts that could not be read wholly
 * @param components their ids
 */
record Inventory(long artifacts, long withProblems, Set<String> components) {
  private static final String PATH = "path";
  private static final String PROBLEMS = "problems";
  private static final String ID = "id";
  private static final String COMPONENT = "component";

  /** Reads artifacts, components, facts and risks; their leaves are added to {@code leaves}. */
  static Inventory read(Path bundle, Leaves leaves, Violations violations)
      throws Damaged, Unreadable {
    long artifacts = 0;
    long withProblems = 0;
    Names wanted = Names.of(PATH, PROBLEMS);
    try (Lines lines = Lines.open(bundle, BundleFiles.ARTIFACTS)) {
      String last = "";
      while (lines.next()) {
        Fields artifact = lines.fields(wanted);
        last = ascending(lines, last, artifact.get(PATH, ""), violations);
        artifacts++;
        withProblems += artifact.get(PROBLEMS, "[]").equals("[]") ? 0 : 1;
      }
      leaves.addAll(lines.leaves());
    }
    Set<String> components = ids(bundle, BundleFiles.COMPONENTS, ID, leaves, violations);
    for (String file : new String[] {BundleFiles.FACTS, BundleFiles.RISKS}) {
      same(components, ids(bundle, file, COMPONENT, leaves, violations), file, violations);
    }
    return new Inventory(artifacts, withProblems, components);
  }

  private static Set<String> ids(
      Path bundle, String file, String key, Leaves leaves, Violations violations)
      throws Damaged, Unreadable {
    Set<String> ids = new HashSet<>();
    Names wanted = Names.of(key);
    try (Lines lines = Lines.open(bundle, file)) {
      String last = "";
      while (lines.next()) {
        last = ascending(lines, last, lines.fields(wanted).get(key, ""), violations);
        ids.add(last);
      }
      leaves.addAll(lines.leaves());
    }
    return ids;
  }

  private static String ascending(Lines lines, String last, String id, Violations violations) {
    if (lines.leaves().count() > 1 && id.compareTo(last) <= 0) {
      violations.add(lines.where() + ": `" + id + "` is out of order or repeated");
    }
    return id;
  }

  private static void same(
      Set<String> components, Set<String> described, String file, Violations violations) {
    for (String id : new TreeSet<>(components)) {
      if (!described.contains(id)) {
        violations.add(file + ": nothing on component `" + id + "`");
      }
    }
    for (String id : new TreeSet<>(described)) {
      if (!components.contains(id)) {
        violations.add(file + ": `" + id + "` is not a component of the product");
      }
    }
  }
}
