package dev.assay.inspect.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultsTest {
  private static final Defaults TABLE = Defaults.read(DefaultsTest.class, "defaults.tsv");

  @ParameterizedTest
  @CsvSource({
    "0.9, a",
    "1.2, a",
    "1.10, b",
    "1.10.0, b",
    "1.10.1, b",
    "2.0, none",
    "2.1, c",
    "11, c"
  })
  void theLastRowThatHasBegunHolds(String version, String value) {
    assertThat(TABLE.of("changed", Optional.of(Release.of(version))).orElse("none"))
        .isEqualTo(value);
  }

  @Test
  void aReleaseThatIsNotKnownHasTheDefaultOfAllReleasesOnly() {
    assertThat(TABLE.of("changed", Optional.empty())).isEmpty();
    assertThat(TABLE.of("same", Optional.empty())).contains("x");
  }

  @Test
  void tellsNothingBeforeTheFirstRowAndOfOtherKeys() {
    assertThat(TABLE.of("late", Optional.of(Release.of("4.9")))).isEmpty();
    assertThat(TABLE.of("other", Optional.of(Release.of("4.9")))).isEmpty();
  }

  @Test
  void refusesRowsOutOfOrder() {
    assertThatThrownBy(() -> Defaults.read(DefaultsTest.class, "defaults-out-of-order.tsv"))
        .hasMessageContaining("out of order");
  }

  @ParameterizedTest
  @CsvSource({"1:9.2p1-2+deb12u3, '9,2'", "9.6_p1-r0, '9,6'", "10.0p2, '10,0'", "1.4.76, '1,4,76'"})
  void aReleaseIsTheNumbersThatAVersionBeginsWith(String version, String numbers) {
    List<Long> expected = List.of(numbers.split(",")).stream().map(Long::valueOf).toList();
    assertThat(Release.of(version).numbers()).isEqualTo(expected);
  }

  @Test
  void whatBeginsWithNoNumberIsNoRelease() {
    for (String version : List.of("", "git", "v1.2", "-1", "9".repeat(40) + "x")) {
      assertThat(Release.isOne(version)).as(version).isEqualTo(version.startsWith("9"));
    }
    assertThatThrownBy(() -> Release.of("git")).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void orderGoesByNumbers(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 99) Integer> one,
      @ForAll @IntRange(min = 1, max = 9) int more) {
    String version = String.join(".", one.stream().map(Object::toString).toList());
    assertThat(Release.of(version)).isEqualByComparingTo(Release.of(version + ".0"));
    assertThat(Release.of(version).isBefore(Release.of(version + "." + more))).isTrue();
    assertThat(Release.of(version + "." + more).isBefore(Release.of(version))).isFalse();
  }
}
