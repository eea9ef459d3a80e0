package dev.assay.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedsOfTargetsTest {
  private static final String MOUNTS = SourceFileFuzzTest.class.getName() + "::mounts";
  private static final String TIMED_JOBS = SourceFileFuzzTest.class.getName() + "::timedJobs";

  @TempDir Path seeds;

  @Test
  void aTargetBeginsWithTheSeedsOfThePlacesThatItReads() throws Exception {
    Path placed = Files.createDirectory(seeds.resolve(Seeds.PLACED));
    for (String name :
        List.of(
            "1!etc!fstab", "2!srv!fstab", "3!etc!crontab", "4!etc!cron.d!job", "5!etc!passwd")) {
      Files.writeString(placed.resolve(name), name);
    }
    SeedsOfTargets.main(new String[] {seeds.toString(), MOUNTS, TIMED_JOBS});
    assertThat(seedsOf(MOUNTS)).containsExactly("1!etc!fstab", "2!srv!fstab");
    assertThat(seedsOf(TIMED_JOBS)).containsExactly("3!etc!crontab", "4!etc!cron.d!job");
  }

  @Test
  void aTargetThatPutsBytesNowhereHasNoPlaces() throws Exception {
    assertThat(
            SeedsOfTargets.placesOf("dev.assay.inspect.starts.StartsFuzzTest::readsAnyLineOfShell"))
        .isEmpty();
  }

  private List<String> seedsOf(String target) throws Exception {
    try (Stream<Path> files = Files.list(seeds.resolve(target))) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }
}
