package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./fuzz} answers before it builds anything. */
class FuzzArgumentsTest {
  private static final Path SCRIPT = Path.of("../fuzz").toAbsolutePath().normalize();

  private record Answer(int status, String text) {}

  private static Answer fuzz(Map<String, String> settings, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("GOAL", "RUNS", "TIMEOUT"));
    builder.environment().putAll(settings);
    Process process = builder.start();
    byte[] answer = process.getInputStream().readAllBytes();
    return new Answer(process.waitFor(), new String(answer, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"--help", "-h"})
  void tellsHowItIsUsed(String option) throws Exception {
    Answer answer = fuzz(Map.of(), List.of(option));
    assertThat(answer.status()).isZero();
    assertThat(answer.text()).contains("./fuzz MINUTES", "GOAL=n", "RUNS=n").doesNotContain("#");
  }

  @ParameterizedTest
  @CsvSource({
    "'',                      how many minutes?",
    "ten,                     'MINUTES is a whole number, not ''ten'''",
    "-3,                      'MINUTES is a whole number, not ''-3'''",
    "08,                      'MINUTES is a whole number, not ''08'''",
    "1.5,                     'MINUTES is a whole number, not ''1.5'''",
    "5 --verbose,             'there is no option ''--verbose'''",
    "5 a/b,                   '''a/b'' is in no target''s name'",
    "5 NoSuch NorThis,        'no target''s name contains NoSuch or NorThis'",
  })
  void refusesWhatItCannotDo(String arguments, String why) throws Exception {
    List<String> words = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));
    Answer answer = fuzz(Map.of(), words);
    assertThat(answer.text()).isEqualTo("fuzz: " + why + "; ./fuzz --help says how\n");
    assertThat(answer.status()).isEqualTo(2);
  }

  @Test
  void refusesSettingsThatAreNoNumbers() throws Exception {
    for (String setting : List.of("GOAL", "RUNS", "TIMEOUT")) {
      Answer answer = fuzz(Map.of(setting, "many"), List.of("1"));
      assertThat(answer.text()).contains(setting + " is a whole number, not 'many'");
      assertThat(answer.status()).isEqualTo(2);
    }
  }
}
