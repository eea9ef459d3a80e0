package dev.assay.feed.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.feed.Range;
import dev.assay.feed.Samples;
import dev.assay.feed.SourceKind;
import dev.assay.feed.Statement;
import dev.assay.feed.Status;
import dev.assay.feed.Vulnerability;
import dev.assay.feed.source.LeftOut;
import dev.assay.feed.source.Sources;
import dev.assay.feed.version.VersionScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTest {
  private static final String[] ALL = {
    Samples.NVD,
    Samples.OSV,
    Samples.DEBIAN,
    Samples.ALPINE,
    Samples.CSAF,
    Samples.KEV,
    Samples.EPSS
  };

  @TempDir Path folder = Path.of("");

  @Test
  void findsWhatWasImported() {
    try (Feed feed = Samples.feed(folder, ALL)) {
      assertThat(feed.statements("cpe:a:openbsd:openssh")).hasSize(2);
      assertThat(feed.statements("pkg:deb/debian/openssl")).hasSize(4);
      assertThat(feed.statements("pkg:npm/lodash"))
          .singleElement()
          .extracting(Statement::ranges)
          .isEqualTo(List.of(Range.before("4.17.21")));
      assertThat(feed.statements("pkg:npm/nothing")).isEmpty();
      Vulnerability flaw = feed.vulnerability("CVE-2024-6387").orElseThrow();
      assertThat(flaw.summary()).isEqualTo("A signal handler race in sshd.");
      assertThat(flaw.kevDate()).isEqualTo("2025-01-02");
      assertThat(flaw.epss()).isEqualTo(0.485);
      assertThat(feed.vulnerability("CVE-0000-0000")).isEmpty();
      assertThat(feed.about().day()).isEqualTo("2026-11-20");
      assertThat(feed.about().sources()).hasSize(7);
    }
  }

  @Test
  void theSameInputsInAnyOrderGiveTheSameBytes() throws Exception {
    byte[] first = write(folder.resolve("a.feed"), List.of(ALL));
    List<String> turned = new ArrayList<>(List.of(ALL));
    Collections.reverse(turned);
    assertThat(write(folder.resolve("b.feed"), turned)).isEqualTo(first);
    try (Feed feed = Feed.open(folder.resolve("a.feed"))) {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(first, first.length - 32));
      assertThat(feed.digest()).isEqualTo(HexFormat.of().formatHex(sum));
    }
  }

  @Test
  void leavesNothingBesideTheFeed() throws Exception {
    Path own = Files.createDirectory(folder.resolve("own"));
    try (FeedWriter writer = new FeedWriter(own.resolve("x.feed"))) {
      writer.take(Vulnerability.named("CVE-2024-0001", SourceKind.NVD));
      writer.write("2026-01-01", List.of(), LeftOut.NONE);
    }
    try (FeedWriter writer = new FeedWriter(own.resolve("y.feed"))) {
      writer.take(Vulnerability.named("CVE-2024-0001", SourceKind.NVD));
    }
    try (var files = Files.list(own)) {
      assertThat(files).containsExactly(own.resolve("x.feed"));
    }
  }

  @Test
  void sortsMoreThanMemoryTakes() throws Exception {
    Path out = folder.resolve("big.feed");
    int count = 400_000;
    try (FeedWriter writer = new FeedWriter(out)) {
      for (int i = 0; i < count; i++) {
        // Far apart in the order, so that every run has some of each part.
        long id = (i * 7919L) % count;
        writer.take(
            Statement.of(
                    "pkg:npm/p" + id,
                    "CVE-2024-" + (10000 + id),
                    SourceKind.OSV,
                    Status.AFFECTED,
                    VersionScheme.SEMVER)
                .covering(List.of(Range.before("1." + id + ".0")), List.of()));
      }
      writer.write("2026-01-01", List.of(), LeftOut.NONE);
    }
    try (Feed feed = Feed.open(out)) {
      assertThat(feed.products()).isEqualTo(count);
      for (int i = 0; i < count; i += 997) {
        assertThat(feed.statements("pkg:npm/p" + i))
            .singleElement()
            .extracting(Statement::ranges)
            .isEqualTo(List.of(Range.before("1." + i + ".0")));
      }
    }
  }

  @Test
  void refusesADamagedFeed() throws Exception {
    byte[] good = write(folder.resolve("a.feed"), List.of(ALL));
    Random random = new Random(3);
    Path file = folder.resolve("damaged.feed");
    for (int i = 0; i < 200; i++) {
      byte[] damaged = good.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertThatThrownBy(() -> Feed.open(file)).isInstanceOf(BadFeed.class);
    }
    for (int length : new int[] {0, 1, 16, 100, 131, 132, 133, good.length - 1}) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThatThrownBy(() -> Feed.open(file)).isInstanceOf(BadFeed.class);
    }
    Files.write(file, new byte[4096]);
    assertThatThrownBy(() -> Feed.open(file)).hasMessageContaining("expected a feed file");
  }

  @Test
  void boundsEveryOffsetOfAForgedFeed() throws Exception {
    byte[] good = write(folder.resolve("a.feed"), List.of(ALL));
    Random random = new Random(5);
    for (int i = 0; i < 3000; i++) {
      byte[] forged = good.clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        // Half of the time in the tables at the end, where the offsets are.
        int at =
            random.nextBoolean()
                ? forged.length - 33 - random.nextInt(300)
                : 16 + random.nextInt(forged.length - 48);
        forged[at] = (byte) random.nextInt(256);
      }
      lookUp(forged);
    }
  }

  @FuzzTest
  void survivesAnyFeed(byte[] bytes) throws Exception {
    byte[] whole = new byte[16 + bytes.length + 32];
    System.arraycopy(Layout.MAGIC, 0, whole, 0, 8);
    whole[11] = Layout.VERSION;
    System.arraycopy(bytes, 0, whole, 16, bytes.length);
    lookUp(whole);
  }

  /**
   * Gives the bytes a right digest and looks things up; {@link BadFeed} is the only way to fail.
   */
  private static void lookUp(byte[] forged) throws Exception {
    byte[] sum =
        MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(forged, forged.length - 32));
    System.arraycopy(sum, 0, forged, forged.length - 32, 32);
    Path file = Files.createTempFile("forged", ".feed");
    Files.write(file, forged);
    try (Feed feed = Feed.open(file)) {
      for (String key :
          List.of("cpe:a:openbsd:openssh", "pkg:deb/debian/openssl", "pkg:npm/lodash", "a", "z")) {
        feed.statements(key);
      }
      feed.vulnerability("CVE-2024-6387");
      feed.vulnerability("CVE-2021-23337");
    } catch (BadFeed e) {
      assertThat(e).hasMessageContaining("expected");
    } finally {
      Files.delete(file);
    }
  }

  private byte[] write(Path out, List<String> texts) throws Exception {
    try (FeedWriter writer = new FeedWriter(out)) {
      Sources sources = Samples.read(writer, folder, texts.toArray(String[]::new));
      // The names of the inputs are part of what was refused; they follow the order here.
      writer.write(
          "2026-11-24",
          sources.tallies().values().stream().filter(t -> t.refused() == 0).toList(),
          sources.leftOut());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Files.readAllBytes(out);
  }
}
