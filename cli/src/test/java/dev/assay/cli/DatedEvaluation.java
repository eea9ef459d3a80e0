package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLine.Ran;
import java.nio.file.Path;

/** Evaluations as of a day, whatever their gate decides. */
final class DatedEvaluation {
  private DatedEvaluation() {}

  static void run(Path product, Path bundle, String day) {
    Ran ran =
        CommandLine.run(
            "evaluate",
            product.toString(),
            "--out",
            bundle.toString(),
            "--cache",
            "off",
            "--as-of",
            day);
    assertThat(ran.status()).as(ran.err()).isIn(0, 1);
  }
}
