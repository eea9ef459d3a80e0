package dev.assay.catalogue.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.catalogue.AgreementTest;
import dev.assay.catalogue.Catalogue;
import dev.assay.catalogue.CompiledCase;
import dev.assay.catalogue.Sample;
import dev.assay.catalogue.identity.Measurements;
import dev.assay.catalogue.source.Definition;
import dev.assay.catalogue.source.Profile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedReaderTest {
  private static List<Definition> definitions() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < AgreementTest.EXPRESSIONS.size(); i++) {
      String expression =
          AgreementTest.EXPRESSIONS.get(i).replace("\\", "\\\\").replace("\"", "\\\"");
      yaml.append(
          """
          - id: C%03d
            title: A title
            component: server
            expect: "%s"
            severity: low
            weakness: CWE-20
            because: A reason.
            mitigate: A way.
            requirements: [nist:800-53r5:AC-6]
            controls: { fails: { a: b }, passes: { a: c } }
          """
              .formatted(i, expression));
    }
    return Sample.definitions("cases/c.yaml", yaml.toString());
  }

  private static byte[] packed() {
    return Catalogue.pack(
        new Profile("p", "P", List.of("c"), List.of()), definitions(), Measurements.none());
  }

  @Test
  void everySortOfExpressionSurvives() {
    List<CompiledCase> read = Catalogue.read(packed()).cases();
    List<Definition> written = definitions();
    assertThat(read).hasSameSizeAs(written);
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i).expect().expectation().expr()).isEqualTo(written.get(i).expect());
      assertThat(read.get(i).meta()).isEqualTo(written.get(i).meta());
    }
  }

  @Test
  void refusesWhatIsCutOrAltered() {
    byte[] packed = packed();
    for (int length = 0; length < packed.length; length += 7) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> Catalogue.read(cut))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("not a packed catalogue");
    }
    byte[] other = packed.clone();
    other[4]++;
    assertThatThrownBy(() -> Catalogue.read(other)).isInstanceOf(IllegalArgumentException.class);
  }
}
