package dev.assay.bench;

import dev.assay.evidence.Bundle;
import dev.assay.evidence.BundleContent;
import dev.assay.evidence.sign.Attesting;
import dev.assay.evidence.sign.KeyFiles;
import dev.assay.model.CaseIdentity;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evaluation;
import dev.assay.model.Evidence;
import dev.assay.model.Gate;
import dev.assay.model.Outcome;
import dev.assay.model.PlanEntry;
import dev.assay.model.Product;
import dev.assay.model.Risk;
import dev.assay.model.RiskSigns;
import dev.assay.model.Severity;
import dev.assay.model.Verdict;
import dev.assay.verify.attest.Algorithm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes a signed bundle with many verdicts, for the verifier to be timed on as the program it is.
 *
 * <pre>VerifyBench DIR VERDICTS</pre>
 *
 * {@code bench/verify.sh} does both.
 */
public final class VerifyBench {
  private static final int CASES = 50;

  private record Facts(String text) {}

  private VerifyBench() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Path bundle = folder.resolve("bundle");
    Evaluation evaluation = evaluation(Integer.parseInt(arguments[1]) / CASES);
    Bundle.write(evaluation, BundleContent.of(evaluation), Map.of(), List.of(), bundle);
    Path key = folder.resolve("maker");
    if (!Files.exists(folder.resolve("maker.pub"))) {
      KeyFiles.generate(Algorithm.ED25519, key);
    }
    List<String> refused = Attesting.sign(bundle, KeyFiles.read(key));
    System.out.println(
        refused.isEmpty() ? evaluation.verdicts().size() + " verdicts" : String.valueOf(refused));
  }

  private static List<CaseIdentity> identities() {
    return IntStream.range(0, CASES)
        .mapToObj(VerifyBench::test)
        .sorted()
        .map(test -> new CaseIdentity(test, 1, "ef".repeat(32), Optional.empty(), Optional.empty()))
        .toList();
  }

  private static String test(int number) {
    return "ELF-CASE-" + number;
  }

  private static Evaluation evaluation(int components) {
    List<Described> described = new ArrayList<>();
    List<Risk> risks = new ArrayList<>();
    List<PlanEntry> plan = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < components; i++) {
      String path = String.format(Locale.ROOT, "image.bin!/usr/lib/module-%06d.so", i);
      String id = "executable:" + path;
      Component component = new Component(id, "executable", path, "1", "", "", List.of(path));
      described.add(
          new Described(component, new Facts(path), List.of(), Map.of(), RiskSigns.UNKNOWN));
      risks.add(new Risk(id, 20, 2, List.of()));
      for (int test = 0; test < CASES; test++) {
        String name = test(test);
        plan.add(new PlanEntry(name, id, true, "tier 2, focused"));
        verdicts.add(
            new Verdict(
                name,
                id,
                Outcome.values()[(i + test) % Outcome.values().length],
                Severity.MEDIUM,
                "relro is \"partial\", wanted \"full\"",
                List.of(Evidence.offset(path, 64, "PT_GNU_RELRO without BIND_NOW"))));
      }
    }
    return new Evaluation(
        "0.1.0",
        new Product("bench", "1", List.of(new Product.Image("image.bin", "ab".repeat(32), 1))),
        "linux-device",
        "cd".repeat(32),
        Optional.empty(),
        List.of(),
        identities(),
        List.of(),
        List.of(),
        described,
        risks,
        plan,
        verdicts,
        List.of(),
        List.of(),
        "2026-11-23",
        new Gate(Gate.Decision.REJECTED, "default", List.of()));
  }
}
