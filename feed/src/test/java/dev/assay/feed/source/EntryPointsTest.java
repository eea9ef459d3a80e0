package dev.assay.feed.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.ProgramFile;
import dev.assay.model.WatchedFunctions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntryPointsTest {
  /** What nobody watches is never seen to be called, so that its flaw could never be excused. */
  @Test
  void allAreWatched() {
    List<String> functions =
        ProgramFile.rows(EntryPoints.class, "entry-points.tsv").stream()
            .flatMap(row -> Stream.of(row.get(2).split(" ")))
            .toList();
    assertThat(functions).isNotEmpty().allMatch(WatchedFunctions.all()::contains);
  }
}
