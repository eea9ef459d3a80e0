package dev.assay.assess.flaw;

import dev.assay.model.Code;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What lets a script or a byte code call any function of any library by its name, so that no
 * program shows who calls what: {@code foreign-calls.tsv}.
 */
final class ForeignCalls {
  private static final List<String> FUNCTIONS = read();

  private ForeignCalls() {}

  /** Whether a program or library has or uses it. */
  static boolean areIn(Code code) {
    return FUNCTIONS.stream()
        .anyMatch(each -> code.imports().has(each) || code.exports().has(each));
  }

  private static List<String> read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ForeignCalls.class.getResourceAsStream("foreign-calls.tsv")),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf('\t')))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
