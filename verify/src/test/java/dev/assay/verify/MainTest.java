package dev.assay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.verify.bundle.BundleFiles;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier as a program. */
class MainTest {
  @TempDir Path directory;
  private Path bundle;
  private Path keys;

  private record Ran(int status, String out, String err) {}

  @BeforeEach
  void signed() throws Exception {
    bundle = SampleBundle.of(3, 2).write(directory.resolve("b"));
    keys = directory.resolve("keys");
    SampleKey maker = SampleKey.ed25519();
    maker.publish(keys.resolve("maker.pub"), "");
    SampleKey.sign(bundle, maker);
  }

  private static Ran run(Object... arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = String.valueOf(arguments[i]);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.run(
            texts,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void accepts() {
    assertThat(run(bundle).status()).isZero();
    Ran approved = run(bundle, "--keys", keys, "--demand", "maker");
    assertThat(approved.status()).as(approved.out() + approved.err()).isZero();
    assertThat(approved.out()).endsWith("launch APPROVED: signed by maker; nobody is missing\n");
  }

  @Test
  void refuses() throws Exception {
    Ran lacking = run("--keys", keys, "--demand", "maker,agency", bundle);
    assertThat(lacking.status()).isEqualTo(1);
    assertThat(lacking.out()).endsWith("missing: agency\n");
    Files.writeString(bundle.resolve(BundleFiles.VERDICTS), "{}\n");
    assertThat(run(bundle).status()).isEqualTo(1);
    assertThat(run(bundle).out()).contains("verdicts.jsonl", "NOT VERIFIED");
  }

  @Test
  void saysHowItIsUsed() {
    for (Object[] wrong :
        new Object[][] {
          {},
          {"--keys"},
          {bundle, bundle},
          {bundle, "--what"},
          {bundle, "--as-of", "soon"},
          {bundle, "--demand", "maker"},
          {directory.resolve("none")},
          {bundle, "--keys", bundle}
        }) {
      Ran ran = run(wrong);
      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.err().lines()).singleElement().asString().startsWith("assay-verify: ");
    }
  }
}
