package dev.assay.assess.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.model.Component;
import dev.assay.model.Gate.Decision;
import dev.assay.model.Outcome;
import dev.assay.model.Risk;
import dev.assay.model.Severity;
import dev.assay.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @TempDir Path dir;

  private static Verdict verdict(Outcome outcome, Severity severity) {
    return new Verdict("SSH-ROOT-LOGIN", "ssh-server:x", outcome, severity, "why", List.of());
  }

  private static Gates.Decided decide(
      Policy policy, List<Waiver> waivers, int tier, Verdict... verdicts) {
    Component component =
        new Component("ssh-server:x", "ssh-server", "sshd", "", "", "", List.of("x"));
    Risk risk = new Risk("ssh-server:x", 50, tier, List.of());
    return Gates.decide(
        policy, waivers, List.of(), TODAY, List.of(component), List.of(risk), List.of(verdicts));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(dir.resolve("file.yaml"), text);
  }

  @Test
  void aHighFailureOnARiskyComponentRejectsTheLaunchAndIsNamed() {
    var decided = decide(Policy.standard(), List.of(), 2, verdict(Outcome.FAIL, Severity.HIGH));
    assertThat(decided.gate().decision()).isEqualTo(Decision.REJECTED);
    assertThat(decided.gate().reasons())
        .containsExactly("SSH-ROOT-LOGIN FAIL (high, tier 2) on ssh-server:x");
  }

  @Test
  void theSameFailureOnAComponentOfLowRiskMakesTheLaunchConditional() {
    assertThat(
            decide(Policy.standard(), List.of(), 3, verdict(Outcome.FAIL, Severity.HIGH))
                .gate()
                .decision())
        .isEqualTo(Decision.CONDITIONAL);
  }

  @Test
  void aProductOfWhichNothingWasTestedIsRejected() {
    var decided = decide(Policy.standard(), List.of(), 1);
    assertThat(decided.gate().decision()).isEqualTo(Decision.REJECTED);
    assertThat(decided.gate().reasons()).containsExactly(Gates.NOTHING_TESTED);
  }

  @Test
  void aMediumFailureDoesNotHoldTheLaunch() {
    assertThat(
            decide(Policy.standard(), List.of(), 1, verdict(Outcome.FAIL, Severity.MEDIUM))
                .gate()
                .decision())
        .isEqualTo(Decision.APPROVED);
  }

  @Test
  void aWaiverHoldsUntilItsLastDayAndNotLonger() {
    Waiver holds = new Waiver("SSH-*", "ssh-server:*", "lab only", "A. Person", TODAY);
    Waiver expired =
        new Waiver("SSH-*", "ssh-server:*", "lab only", "A. Person", TODAY.minusDays(1));
    Verdict fail = verdict(Outcome.FAIL, Severity.CRITICAL);
    var waived = decide(Policy.standard(), List.of(holds), 1, fail);
    assertThat(waived.gate().decision()).isEqualTo(Decision.APPROVED);
    assertThat(waived.waived())
        .singleElement()
        .satisfies(w -> assertThat(w.by()).isEqualTo("A. Person"));
    assertThat(decide(Policy.standard(), List.of(expired), 1, fail).gate().decision())
        .isEqualTo(Decision.REJECTED);
  }

  @Test
  void aPolicyFileMayBlockOnWhatCouldNotBeDecided() throws Exception {
    Policy policy =
        PolicyFile.read(
            file(
                """
                policy: strict
                reject:
                  - { severities: [critical, high], outcomes: [fail, inconclusive], tests: "SSH-*" }
                """));
    assertThat(
            decide(policy, List.of(), 4, verdict(Outcome.INCONCLUSIVE, Severity.HIGH))
                .gate()
                .decision())
        .isEqualTo(Decision.REJECTED);
    assertThat(decide(policy, List.of(), 1, verdict(Outcome.FAIL, Severity.LOW)).gate().decision())
        .isEqualTo(Decision.APPROVED);
  }

  @Test
  void aWaiverFileIsRead() throws Exception {
    List<Waiver> waivers =
        WaiverFile.read(
            file(
                """
                waivers:
                  - test: SSH-ROOT-LOGIN
                    component: "ssh-server:*"
                    reason: serial console only
                    by: R. Manager
                    expires: 2027-01-31
                """));
    assertThat(waivers)
        .containsExactly(
            new Waiver(
                "SSH-ROOT-LOGIN",
                "ssh-server:*",
                "serial console only",
                "R. Manager",
                LocalDate.of(2027, 1, 31)));
  }

  @Test
  void mistakesInFilesAreNamed() throws Exception {
    assertThatThrownBy(() -> WaiverFile.read(file("waivers:\n  - {test: A, component: B}\n")))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("waiver 1 needs `");
    assertThatThrownBy(
            () ->
                WaiverFile.read(
                    file(
                        "waivers:\n  - {test: A, component: B, reason: r, by: p, expires: soon}\n")))
        .hasMessageContaining("2027-01-31");
    assertThatThrownBy(() -> PolicyFile.read(file("policy: x\nrejects: []\n")))
        .hasMessageContaining("unknown key `rejects`");
    assertThatThrownBy(() -> PolicyFile.read(file("policy: [x\n")))
        .hasMessageContaining("is not YAML");
    assertThatThrownBy(() -> PolicyFile.read(file("policy: x\nreject: [{severities: [grave]}]\n")))
        .hasMessageContaining("critical, high, medium, low or info");
  }
}
