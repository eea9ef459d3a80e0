package dev.assay.evidence.disclose;

import dev.assay.verify.attest.Attestation;
import dev.assay.verify.attest.Envelope;
import dev.assay.verify.attest.Seals;
import dev.assay.verify.attest.Statements;
import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Census;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.Lines;
import dev.assay.verify.bundle.SaltedTree;
import dev.assay.verify.bundle.Unreadable;
import dev.assay.verify.bundle.Violations;
import dev.assay.verify.disclose.DisclosedLine;
import dev.assay.verify.disclose.Disclosure;
import dev.assay.verify.json.Names;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes disclosures. */
public final class Disclosing {
  /** The fields of a line by which it can be chosen; one that a line does not have is empty. */
  public static final Set<String> FIELDS =
      Set.of(
          "id",
          "test",
          "component",
          "verdict",
          "severity",
          "why",
          "run",
          "kind",
          "name",
          "version",
          "purl",
          "path",
          "sha256",
          "type",
          "mode",
          "owner",
          "tier");

  private static final Names NAMES = Names.of(FIELDS.toArray(String[]::new));

  private final Path bundle;
  private final Selection selection;
  private final Violations refused = new Violations();
  private final List<DisclosedLine> lines = new ArrayList<>();
  private int leaf;

  private Disclosing(Path bundle, Selection selection) {
    this.bundle = bundle;
    this.selection = selection;
  }

  /** Says which lines to disclose. */
  public interface Selection {
    /**
     * Whether a line is to be disclosed.
     *
     * @param number of the line in its file, from 1
     * @param fields those of {@link #FIELDS} that it has
     */
    boolean takes(String file, long number, Map<String, String> fields);
  }

  /**
   * What came of it.
   *
   * @param refused why there is no disclosure, a line each; empty if there is one
   */
  public record Result(List<String> refused, Optional<Disclosure> disclosure) {}

  /**
   * Takes chosen lines out of a bundle, which must be whole and signed.
   *
   * @throws Unreadable if it is no bundle or cannot be read
   */
  public static Result of(Path bundle, Selection selection) throws Unreadable {
    Disclosing disclosing = new Disclosing(bundle, selection);
    Optional<Disclosure> disclosure = Optional.empty();
    try {
      disclosure = disclosing.disclose();
    } catch (Damaged e) {
      disclosing.refused.add(String.valueOf(e.getMessage()));
    }
    return new Result(
        disclosing.refused.lines(), disclosing.refused.isEmpty() ? disclosure : Optional.empty());
  }

  private Optional<Disclosure> disclose() throws Damaged, Unreadable {
    Census census = Census.of(bundle, refused);
    Optional<Attestation> signed = Attestation.read(bundle, BundleFiles.ATTESTATION);
    if (signed.isEmpty()) {
      refused.add("the bundle is not signed, so nothing could be proven to others");
    } else {
      signed.get().compare(Statements.evaluation(census, Seals.of(bundle)), refused);
    }
    if (!refused.isEmpty()) {
      return Optional.empty();
    }
    SaltedTree tree = SaltedTree.of(census.leaves());
    choose(tree, BundleFiles.SUMMARY, 1, Map.of(), census.summary().line());
    for (String file : BundleFiles.LINES) {
      try (Lines each = Lines.open(bundle, file)) {
        while (each.next()) {
          choose(tree, file, each.leaves().count(), each.fields(NAMES).asMap(), each.bytes());
        }
      }
    }
    guard(census);
    return signed.map(attestation -> disclosure(attestation.envelope()));
  }

  private Disclosure disclosure(Envelope attestation) {
    return new Disclosure(attestation, lines);
  }

  private void choose(
      SaltedTree tree, String file, int number, Map<String, String> fields, byte[] bytes)
      throws Damaged {
    if (selection.takes(file, number, fields)) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
        throw new Damaged(file + " line " + number + " is not UTF-8");
      }
      lines.add(new DisclosedLine(file, leaf, text, tree.salt(leaf), tree.proof(leaf)));
    }
    leaf++;
  }

  /**
   * The salts hide lines from those who cannot guess all of them at once. The digest of a content
   * cannot be guessed; a verdict can.
   */
  private void guard(Census census) {
    if (lines.isEmpty()) {
      refused.add("the selection takes no line");
    }
    long artifacts =
        lines.stream().filter(line -> line.file().equals(BundleFiles.ARTIFACTS)).count();
    if (lines.size() < census.leaves().count() && artifacts == census.tally().artifacts().all()) {
      refused.add(
          "what would be withheld could be guessed: leave at least one line of "
              + BundleFiles.ARTIFACTS
              + " out, whose digest nobody guesses");
    }
  }
}
