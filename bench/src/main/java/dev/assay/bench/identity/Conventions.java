package dev.assay.bench.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the control files and the makers of some products write the same release; the head of {@code
 * identity-conventions.tsv} says what the columns are.
 *
 * @param bySource expressions whose groups are what two writings of a release agree in
 */
record Conventions(Map<String, Pattern> bySource) {
  static Conventions read(Path table) throws IOException {
    return new Conventions(
        Files.readAllLines(table).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t"))
            .collect(Collectors.toMap(cells -> cells[0], cells -> Pattern.compile(cells[1]))));
  }

  /** Whether two versions of a source are one release by its row; not where it has none. */
  boolean agree(String source, String one, String other) {
    Optional<List<String>> release = release(source, one);
    return release.isPresent() && release.equals(release(source, other));
  }

  private Optional<List<String>> release(String source, String version) {
    return Optional.ofNullable(bySource.get(source))
        .map(pattern -> pattern.matcher(version))
        .filter(Matcher::matches)
        .map(
            matcher ->
                IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList());
  }
}
