package dev.assay.evidence;

import dev.assay.model.Artifact;
import dev.assay.model.Described;
import dev.assay.model.Evaluation;
import dev.assay.model.Outcome;
import dev.assay.model.PlanEntry;
import dev.assay.model.Risk;
import dev.assay.model.Verdict;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.MerkleTree;
import dev.assay.verify.bundle.Sha256;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The lines of a bundle, before they are files.
 *
 * @param files lines without newline by file name, in the order in which the root covers them
 * @param summary {@code evaluation.json} without its root, as one line
 * @param root hex Merkle root
 */
public record BundleContent(SequencedMap<String, List<byte[]>> files, byte[] summary, String root) {
  public static final String SUMMARY = BundleFiles.SUMMARY;
  public static final List<String> FILES = BundleFiles.LINES;

  public static BundleContent of(Evaluation evaluation) {
    List<Described> components =
        sorted(evaluation.components(), Comparator.comparing(d -> d.component().id()));
    List<Supplier<List<byte[]>>> contents =
        List.of(
            () ->
                Lines.of(
                    sorted(evaluation.artifacts(), Comparator.comparing(Artifact::path)),
                    ModelJson::artifact),
            () ->
                Lines.of(
                    components.stream().map(Described::component).toList(), ModelJson::component),
            () -> Lines.of(components, ModelJson::facts),
            () ->
                Lines.of(
                    sorted(evaluation.risks(), Comparator.comparing(Risk::component)),
                    ModelJson::risk),
            () ->
                Lines.of(
                    sorted(
                        evaluation.plan(),
                        Comparator.comparing(PlanEntry::test).thenComparing(PlanEntry::component)),
                    ModelJson::plan),
            () ->
                Lines.of(
                    sorted(
                        evaluation.verdicts(),
                        Comparator.comparing(Verdict::test).thenComparing(Verdict::component)),
                    ModelJson::verdict));
    List<List<byte[]>> lines = contents.parallelStream().map(Supplier::get).toList();
    SequencedMap<String, List<byte[]>> files = new LinkedHashMap<>();
    for (int i = 0; i < FILES.size(); i++) {
      files.put(FILES.get(i), lines.get(i));
    }
    byte[] summary = Summary.of(evaluation);
    return new BundleContent(files, summary, root(summary, files));
  }

  /** The Merkle root over the summary and all lines. */
  static String root(byte[] summary, Map<String, List<byte[]>> files) {
    MerkleTree tree = new MerkleTree();
    leaves(SUMMARY, List.of(summary)).forEach(tree::add);
    files.forEach(
        (file, lines) -> Chunks.map(lines, chunk -> leaves(file, chunk)).forEach(tree::add));
    return HexFormat.of().formatHex(tree.root());
  }

  private static List<byte[]> leaves(String file, List<byte[]> lines) {
    Sha256 sha256 = new Sha256();
    return lines.stream().map(line -> sha256.leaf(file, line, 0, line.length)).toList();
  }

  private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
    return values.stream().sorted(order).toList();
  }

  /** Number of failures by severity word, all five present. */
  static Map<String, Long> failed(Evaluation evaluation) {
    Map<String, Long> counted =
        evaluation.verdicts().stream()
            .filter(verdict -> verdict.outcome() == Outcome.FAIL)
            .collect(
                Collectors.groupingBy(
                    verdict -> verdict.severity().word(), TreeMap::new, Collectors.counting()));
    return counted;
  }
}
