package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code assay catalogue coverage}, from outside. */
class CoverageTest {
  private static List<String> table(String standard) {
    Ran ran = CommandLine.run("catalogue", "coverage", "--standard", standard);
    assertThat(ran.status()).as(ran.err()).isZero();
    return ran.out().lines().toList();
  }

  private static String clause(String standard, String number) {
    return table(standard).stream()
        .filter(line -> line.startsWith(number + " "))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyClauseOfTheGeneralRequirementsHasALine() {
    assertThat(table("3gpp:33.117")).hasSize(73 + 5);
    assertThat(table("3gpp:33.216")).hasSize(17 + 5);
  }

  @Test
  void aClauseThatNoImageShowsSaysWhatItNeeds() {
    assertThat(clause("3gpp:33.216", "4.2.2.1.3")).contains("needs more").endsWith("needs capture");
  }

  @Test
  void aClauseWithCasesCountsThemAndSaysWhatElseIsNeeded() {
    assertThat(clause("3gpp:33.117", "4.3.2.6"))
        .containsPattern(" \\d+  partly ")
        .endsWith("needs live target");
    assertThat(clause("3gpp:33.117", "4.3.2.5")).containsPattern(" \\d+  covered +image$");
  }

  @Test
  void theCasesThatJsonNamesAreThoseThatNameTheRequirement() throws IOException {
    Ran ran = CommandLine.run("catalogue", "coverage", "--standard", "3gpp:33.117", "--json");
    JsonNode clauses = new ObjectMapper().readTree(ran.out()).get(0).get("requirements");
    for (JsonNode clause : clauses) {
      String id = clause.get("id").asText();
      assertThat(clause.get("cases").isEmpty())
          .as(id)
          .isEqualTo(List.of("no case", "needs more").contains(clause.get("state").asText()));
      if (!clause.get("cases").isEmpty()) {
        String test = clause.get("cases").get(0).asText();
        assertThat(CommandLine.run("catalogue", "show", test).out()).contains(id);
      }
    }
  }

  @Test
  void casesForARequirementThatNobodyJudgedDoNotMakeItCovered() {
    assertThat(clause("nist:800-53r5", "AC-6(2)"))
        .containsPattern(" \\d+  has cases ")
        .endsWith("not judged whether they suffice");
    assertThat(table("nist:800-53r5").getLast()).contains(": 0 covered, ", " has cases");
  }

  @Test
  void theTotalSaysWhatIsCoveredAndWhatIsOpen() {
    List<String> lines = table("3gpp:33.117");
    long covered = lines.stream().filter(line -> line.contains("  covered  ")).count();
    assertThat(covered).isPositive();
    assertThat(lines.getLast())
        .startsWith("73 requirements: " + covered + " covered, " + (73 - covered) + " open (");
  }

  @Test
  void anEmptyStandardIsAUsageError() {
    assertThat(CommandLine.run("catalogue", "coverage", "--standard", "").status()).isEqualTo(2);
  }

  @Test
  void withoutAStandardEachHasALine() {
    assertThat(CommandLine.run("catalogue", "coverage").out())
        .contains("nist:800-53r5  ", "etsi:303645  ", "cra:annex-1  ", "3gpp:33.511  ");
  }

  @Test
  void anUnknownStandardIsOneLineThatNamesTheKnown() {
    Ran ran = CommandLine.run("catalogue", "coverage", "--standard", "iso:1");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains("3gpp:33.117");
  }
}
