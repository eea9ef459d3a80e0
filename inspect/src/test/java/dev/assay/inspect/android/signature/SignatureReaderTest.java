package dev.assay.inspect.android.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.inspect.android.AndroidPackageFacts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the second verifier does not see is tested here; the sample's signatures are made up. */
class SignatureReaderTest {
  @Test
  void believesNoSignatureThatIsMadeUp() throws IOException {
    SignatureFacts facts = new SignatureReader().inspect(Bytes.of(sample())).orElseThrow();
    assertThat(facts.schemes()).containsExactly("v1", "v2", "v3");
    assertThat(facts.checked()).containsExactly("v2", "v3");
    for (String scheme : facts.checked()) {
      assertThat(facts.flaws()).extracting(Flaw::scheme).contains(scheme);
    }
    assertThat(facts.flaws())
        .allSatisfy(
            flaw -> {
              assertThat(flaw.place()).isNotEmpty();
              assertThat(flaw.found()).isNotEmpty();
            });
  }

  @Test
  void answersDamageWithFlawsOrMalformed() throws IOException {
    byte[] sample = sample();
    Random random = new Random(3);
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = sample.clone();
      for (int change = 0; change < 4; change++) {
        int value = new int[] {0, 0x7F, 0x80, 0xFF, random.nextInt(256)}[random.nextInt(5)];
        damaged[random.nextInt(damaged.length)] = (byte) value;
      }
      try {
        Optional<SignatureFacts> facts = new SignatureReader().inspect(Bytes.of(damaged));
        assertThat(facts.filter(f -> !f.checked().isEmpty() && f.flaws().isEmpty())).isEmpty();
      } catch (Malformed refused) {
        assertThat(refused.problem().code()).isNotEmpty();
      }
    }
  }

  private static byte[] sample() throws IOException {
    try (InputStream in = AndroidPackageFacts.class.getResourceAsStream("control.apk")) {
      return in.readAllBytes();
    }
  }
}
