package dev.assay.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Malformed;
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
