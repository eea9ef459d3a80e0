package dev.assay.model.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequirementsTest {
  @Test
  void knowsTheDemandsTestCasesReferTo() {
    assertThat(
            List.of(
                "nist:800-53r5:AC-6(2)",
                "nist:800-53r5:CM-7",
                "nist:800-53r5:CM-14",
                "3gpp:33.117:4.2.3.4.1.1",
                "3gpp:33.511:4.2.2.1.1",
                "etsi:303645:5.1-1",
                "etsi:303645:5.6-4B",
                "etsi:303645:5.13-1",
                "cra:annex-1:1.1",
                "cra:annex-1:1.2.a",
                "cra:annex-1:1.2.m",
                "cra:annex-1:2.8"))
        .allMatch(id -> Requirements.find(id).isPresent());
    assertThat(Requirements.find("nist:800-53r5:AC-99")).isEmpty();
    assertThat(Requirements.find("cra:annex-1:1.2.n")).isEmpty();
  }

  /** Of release 5.1.1, those that are not withdrawn. */
  @Test
  void everyBaseControlOfNistIsThere() {
    assertThat(
            Requirements.all().stream()
                .map(requirement -> requirement.id())
                .filter(id -> id.matches("nist:800-53r5:[A-Z]{2}-\\d+")))
        .hasSize(299)
        .contains("nist:800-53r5:SC-49", "nist:800-53r5:PM-32", "nist:800-53r5:IA-13")
        .doesNotContain("nist:800-53r5:AC-13", "nist:800-53r5:SI-9");
  }

  @Test
  void everyProvisionPointAndTopicIsThere() {
    assertThat(count("etsi:303645:")).isEqualTo(78);
    assertThat(count("cra:annex-1:")).isEqualTo(22);
    assertThat(count("nist:800-187:")).isEqualTo(25);
    assertThat(count("nist:800-163r1:")).isEqualTo(11);
    assertThat(count("etsi:103732:")).isEqualTo(7);
    assertThat(count("gsma:fs.16:")).isEqualTo(21);
  }

  private static long count(String prefix) {
    return Requirements.all().stream().filter(each -> each.id().startsWith(prefix)).count();
  }

  @Test
  void everyRequirementHasATitleAndItsStandard() {
    assertThat(Requirements.all())
        .hasSizeGreaterThan(600)
        .allMatch(requirement -> !requirement.title().isBlank())
        .allMatch(
            requirement ->
                Requirements.standards().stream()
                    .anyMatch(
                        standard ->
                            requirement.id().startsWith(standard.prefix())
                                && requirement.standard().equals(standard.name())));
  }
}
