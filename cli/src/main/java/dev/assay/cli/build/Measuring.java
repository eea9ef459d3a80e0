package dev.assay.cli.build;

import dev.assay.catalogue.control.Proof;
import dev.assay.catalogue.identity.CaseDigest;
import dev.assay.catalogue.mutation.Mutated;
import dev.assay.catalogue.source.CatalogueFiles;
import dev.assay.catalogue.source.Definition;
import dev.assay.model.CaseIdentity;
import dev.assay.model.Measured;
import dev.assay.model.Measured.Tried;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Measures test cases. */
public final class Measuring {
  private Measuring() {}

  /**
   * Runs controls, and alters oracles.
   *
   * @param only stems of the case files; empty for all
   * @param clean what was decided of clean systems
   * @param day on which it is done
   */
  public static List<CaseIdentity> of(
      CatalogueFiles files, Set<String> only, CleanVerdicts clean, LocalDate day)
      throws IOException {
    CatalogueCheck check = CatalogueCheck.of(files, only);
    Map<String, Proof> proofs =
        check.proofs().stream().collect(Collectors.toMap(Proof::test, Function.identity()));
    Map<String, Mutated> mutated =
        CatalogueCheck.mutated(files, only).cases().stream()
            .collect(Collectors.toMap(Mutated::test, Function.identity()));
    List<CaseIdentity> cases = new ArrayList<>();
    for (Definition definition : check.sources().definitions()) {
      String id = definition.meta().id();
      Proof proof = proofs.get(id);
      Mutated altered = mutated.get(id);
      if (proof != null && altered != null) {
        String digest = CaseDigest.of(definition);
        Measured measured =
            new Measured(
                day.toString(),
                new Tried(definition.fails().size(), faults(proof, "fails")),
                new Tried(definition.passes().size(), faults(proof, "passes")),
                clean.of(digest),
                new Tried(altered.mutants().size(), altered.survivors().size()));
        cases.add(
            new CaseIdentity(
                id,
                definition.meta().revision(),
                digest,
                Optional.of(definition.meta().weakness()),
                Optional.of(measured)));
      }
    }
    return cases;
  }

  private static int faults(Proof proof, String which) {
    return (int) proof.faults().stream().filter(fault -> fault.control().startsWith(which)).count();
  }
}
