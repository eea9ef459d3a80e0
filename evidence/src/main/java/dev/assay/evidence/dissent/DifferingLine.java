package dev.assay.evidence.dissent;

import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.evidence.recall.Line;
import dev.assay.verify.bundle.BundleFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A verdict of which bundle and replay have different lines.
 *
 * @param stated line of the bundle; empty where it has none
 * @param replayed line of the replay; empty where it has none
 */
record DifferingLine(
    String test, String component, Optional<String> stated, Optional<String> replayed) {
  private record Key(String test, String component) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byTest = test.compareTo(other.test);
      return byTest != 0 ? byTest : component.compareTo(other.component);
    }
  }

  /** All of them, by test case and component. */
  static List<DifferingLine> between(BundleContent bundle, BundleContent replayed)
      throws BundleException {
    Map<Key, String> before = verdicts(bundle);
    Map<Key, String> after = verdicts(replayed);
    TreeSet<Key> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    List<DifferingLine> differing = new ArrayList<>();
    for (Key key : keys) {
      Optional<String> one = Optional.ofNullable(before.get(key));
      Optional<String> other = Optional.ofNullable(after.get(key));
      if (!one.equals(other)) {
        differing.add(new DifferingLine(key.test, key.component, one, other));
      }
    }
    return differing;
  }

  private static Map<Key, String> verdicts(BundleContent content) throws BundleException {
    Map<Key, String> verdicts = new TreeMap<>();
    int number = 0;
    for (byte[] bytes : content.files().getOrDefault(BundleFiles.VERDICTS, List.of())) {
      Line line = Line.read(bytes, BundleFiles.VERDICTS + " line " + ++number);
      verdicts.put(
          new Key(line.text("test"), line.text("component")),
          new String(bytes, StandardCharsets.UTF_8));
    }
    return verdicts;
  }

  /** What the bundle claims. */
  String verdict() throws BundleException {
    return stated.isEmpty()
        ? "none"
        : Line.read(stated.get().getBytes(StandardCharsets.UTF_8), BundleFiles.VERDICTS)
            .text("verdict");
  }
}
