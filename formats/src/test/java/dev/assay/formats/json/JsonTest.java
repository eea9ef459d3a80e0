package dev.assay.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static Json parse(String text) {
    return Json.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsOneValueWithBlanksAroundIt() {
    assertThat(parse(" {\"a\":[1,true,\"x\"]} \n").get("a").items())
        .extracting(Json::text)
        .containsExactly("1", "true", "x");
    assertThat(parse("")).isEqualTo(Json.nothing());
  }

  /** In {"a":[1, the document ends behind its eighth byte. */
  @Test
  void saysWhereADocumentIsCutOffOrDamaged() {
    assertThat(damage("{\"a\":[1,"))
        .isEqualTo(
            new Problem(
                "json.damaged",
                8,
                "expected JSON; found its end in the middle of a value in line 1, column 9"));
    assertThat(damage("{\n  \"a\": x}").message())
        .isEqualTo("expected JSON; found something else in line 2, column 8");
    assertThat(damage("[".repeat(5000)).message()).startsWith("expected JSON; found more levels");
  }

  private static Problem damage(String text) {
    return catchThrowableOfType(Malformed.class, () -> parse(text)).problem();
  }

  /** Whoever reads only the first value would miss what stands behind it. */
  @ParameterizedTest
  @ValueSource(strings = {"{}{}", "{} x", "[1] 2", "{\"a\":1}]", "1,2", "null null"})
  void refusesWhatFollowsTheValue(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            Malformed.class,
            damage -> assertThat(damage.problem().code()).isEqualTo("json.damaged"));
  }
}
