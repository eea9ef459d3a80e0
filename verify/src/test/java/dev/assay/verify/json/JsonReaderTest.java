package dev.assay.verify.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Property
  void readsBackWhatWasWritten(
      @ForAll List<String> texts, @ForAll long number, @ForAll boolean bool) throws BadJson {
    Json value =
        Json.object(
            "texts",
            texts,
            "number",
            number,
            "bool",
            bool,
            "none",
            new Json.Nothing(),
            "in",
            Map.of("ä\"\\", List.of(List.of(), Map.of())));
    assertThat(JsonReader.read(value.bytes())).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "10",
        "1.5",
        "-1.25E+10",
        "2e-3",
        "true",
        "null",
        " [ ] ",
        "{\"a\" : [1 , 2]}",
        "\"\\u0041\\n\\/\""
      })
  void takesWhatTheGrammarAllows(String json) throws BadJson {
    assertThat(JsonReader.read(utf8(json))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "01",
        "1.",
        ".5",
        "1e",
        "+1",
        "--1",
        "tru",
        "nul",
        "NaN",
        "[1,]",
        "[1 2]",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\" 1}",
        "\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"a\nb\"",
        "1 1",
        "[",
        "{\"a\":",
        "]",
        "{\"a\":1,\"a\":2}"
      })
  void refusesWhatItDoesNot(String json) {
    assertThatThrownBy(() -> JsonReader.read(utf8(json)))
        .isInstanceOf(BadJson.class)
        .hasMessageContaining(" at byte ");
  }

  @Test
  void refusesTextThatIsNotUtf8AndDepthThatIsNoUse() throws BadJson {
    assertThatThrownBy(() -> JsonReader.read(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}))
        .hasMessageContaining("not UTF-8");
    int most = JsonReader.MAX_DEPTH;
    assertThat(JsonReader.read(utf8("[".repeat(most) + "]".repeat(most)))).isNotNull();
    assertThatThrownBy(() -> JsonReader.read(utf8("[".repeat(1_000_000))))
        .hasMessageContaining("more than 64 levels");
    assertThatThrownBy(() -> JsonReader.read(utf8("[" + "1,".repeat(3_000_000) + "1]")))
        .hasMessageContaining("more than 2097152 values");
    byte[] line = utf8("{\"x\":" + "[".repeat(1_000_000) + "}");
    assertThatThrownBy(() -> JsonReader.fields(line, 0, line.length, Names.of("a")))
        .hasMessageContaining("more than 64 levels");
  }

  @Test
  void picksMembersAndChecksTheRest() throws BadJson {
    byte[] line =
        utf8(
            "..{\"a\":\"x\\u00e4\",\"b\":[],\"\\u00e4\":{\"d\":[1]},\"e\":-1.5,\"f\":{ },\"g\":null}..");
    Fields read =
        JsonReader.fields(
            line, 2, line.length - 2, Names.of("a", "b", "ä", "e", "f", "g", "missing"));
    assertThat(Stream.of("a", "b", "ä", "e", "f", "g", "missing", "d").map(k -> read.get(k, "-")))
        .containsExactly("xä", "[]", JsonReader.NESTED, "-1.5", "{}", "null", "-", "-");
    byte[] twice = utf8("{\"a\":1,\"\\u0061\":2}");
    assertThatThrownBy(() -> JsonReader.fields(twice, 0, twice.length, Names.of("b", "a")))
        .hasMessageContaining("key `a` twice");
    byte[] wrong = utf8("{\"a\":1,\"b\":[1,]}");
    assertThatThrownBy(() -> JsonReader.fields(wrong, 0, wrong.length, Names.of("a")))
        .isInstanceOf(BadJson.class);
  }

  @Property(tries = 2000)
  void neverFailsOtherwise(@ForAll byte[] bytes) {
    try {
      assertThat(JsonReader.read(bytes)).isNotNull();
    } catch (BadJson e) {
      assertThat(e).hasMessageContaining(" at byte ");
    }
  }
}
