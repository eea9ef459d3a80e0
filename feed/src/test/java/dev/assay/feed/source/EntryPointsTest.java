package dev.assay.feed.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.WatchedFunctions;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntryPointsTest {
  /** What nobody watches is never seen to be called, so that its flaw could never be excused. */
  @Test
  void allAreWatched() throws Exception {
    try (InputStream in = EntryPoints.class.getResourceAsStream("entry-points.tsv")) {
      assertThat(in).isNotNull();
      List<String> functions =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> Stream.of(line.split("\t")[2].split(" ")))
              .toList();
      assertThat(functions).isNotEmpty().allMatch(WatchedFunctions.all()::contains);
    }
  }
}
