package dev.assay.formats.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Malformed;
import dev.assay.formats.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlTest {
  private static Json parse(String text) {
    return Toml.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsTablesArraysOfTablesAndInlineTables() {
    Json read =
        parse(
            """
            version = 3
            [[package]]
            name = "serde"
            source = { registry = "https://pypi.org/simple" }
            [[package]]
            name = 'libc'
            [package.metadata]
            "odd key" = [1, 2.5, true, 2020-01-01]
            """);
    assertThat(read.get("version").number()).isEqualTo(3);
    assertThat(read.get("package").items())
        .extracting(each -> each.get("name").text())
        .containsExactly("serde", "libc");
    assertThat(read.get("package").items().getFirst().get("source").get("registry").text())
        .isEqualTo("https://pypi.org/simple");
    assertThat(read.get("package").items().getLast().get("metadata").get("odd key").items())
        .extracting(Json::text)
        .containsExactly("1", "2.5", "true", "2020-01-01");
    assertThat(parse("")).isEqualTo(new Json.Members(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = ",
        "[a",
        "a = 1\na = 2",
        "a = \"x",
        "{}",
        "\0",
        "a = 1 b = 2",
        "a = 99999999999999999999999-1"
      })
  void refusesWhatIsNoToml(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            Malformed.class,
            damage -> assertThat(damage.problem().code()).isEqualTo("toml.damaged"));
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    assertThatThrownBy(() -> Toml.parse(new byte[] {'a', '=', '"', (byte) 0xFF, '"'}))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void refusesNestingThatGoesTooDeep() {
    assertThatThrownBy(() -> parse("a = " + "[".repeat(100_000))).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> parse("a = " + "{a=".repeat(100_000))).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> parse("a." + "a.".repeat(100_000) + "a = 1"))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> parse("[a" + ".a".repeat(100_000) + "]\nb = 1"))
        .isInstanceOf(Malformed.class);
  }
}
