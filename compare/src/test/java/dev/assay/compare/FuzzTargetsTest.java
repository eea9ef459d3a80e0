package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever takes contents apart has a fuzz target; a new one without fails here. */
class FuzzTargetsTest {
  private static final String HERE = "java/dev/assay/compare/";
  private static final Pattern MADE = Pattern.compile("new (\\w+(?:Values|Changes|Normal))\\(\\)");

  @ParameterizedTest
  @ValueSource(strings = {"change/Changes", "normal/Normalisers"})
  void everyReaderOfTheTableHasATarget(String table) throws IOException {
    List<String> readers = made(Path.of("src/main", HERE + table + ".java"));
    List<String> targets = targets(Path.of("src/test", HERE, table).getParent());
    assertThat(readers).isNotEmpty();
    assertThat(targets).containsExactlyInAnyOrderElementsOf(readers);
  }

  /** Else a reader that is made in another way would go unseen. */
  @Test
  void everyReaderStandsInATable() throws IOException {
    List<String> tables =
        Stream.of("change/Changes", "normal/Normalisers")
            .flatMap(table -> read(Path.of("src/main", HERE + table + ".java")).lines())
            .filter(line -> line.strip().startsWith("new "))
            .filter(line -> !MADE.matcher(line).find())
            .toList();
    assertThat(tables).isEmpty();
  }

  private static List<String> targets(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith("FuzzTest.java"))
          .filter(file -> read(file).contains("  @FuzzTest\n"))
          .flatMap(file -> made(file).stream())
          .toList();
    }
  }

  private static List<String> made(Path source) {
    return MADE.matcher(read(source)).results().map(each -> each.group(1)).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
