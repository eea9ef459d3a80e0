package dev.assay.verify.bundle;

import java.util.List;

/** The names of a bundle's files. */
public final class BundleFiles {
  public static final String SUMMARY = "evaluation.json";
  public static final String ARTIFACTS = "artifacts.jsonl";
  public static final String COMPONENTS = "components.jsonl";
  public static final String FACTS = "facts.jsonl";
  public static final String RISKS = "risks.jsonl";
  public static final String PLAN = "plan.jsonl";
  public static final String VERDICTS = "verdicts.jsonl";

  /** The files of lines, in the order in which the root covers them after the summary. */
  public static final List<String> LINES =
      List.of(ARTIFACTS, COMPONENTS, FACTS, RISKS, PLAN, VERDICTS);

  /** What may differ between runs. */
  public static final String RUN = "run.json";

  public static final String SUMS = "SHA256SUMS";

  public static final String ATTESTATION = "attestation.dsse.json";
  public static final String TEST_RESULT = "test-result.dsse.json";

  private BundleFiles() {}
}
