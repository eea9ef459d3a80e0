package dev.assay.bench;

import dev.assay.feed.match.Decision;
import dev.assay.feed.match.Identity;
import dev.assay.feed.match.Match;
import dev.assay.feed.match.Matcher;
import dev.assay.feed.store.Feed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Opens a feed and matches components of {@link SyntheticNvd}'s products against it, once, in a
 * fresh virtual machine and on all its processors, as an evaluation does.
 *
 * <pre>MatchBench FEED COMPONENTS</pre>
 */
public final class MatchBench {
  private MatchBench() {}

  public static void main(String[] arguments) throws IOException {
    List<Identity> components = components(Integer.parseInt(arguments[1]));
    long start = System.nanoTime();
    try (Feed feed = Feed.open(Path.of(arguments[0]))) {
      long opened = System.nanoTime();
      Matcher matcher = new Matcher(feed);
      List<Match> matches =
          components.parallelStream().flatMap(each -> matcher.match(each).stream()).toList();
      long end = System.nanoTime();
      System.out.println(
          String.format(
              Locale.ROOT,
              "open and check %.2f s, match %d components %.2f s, %d matches, %d affected",
              (opened - start) / 1e9,
              components.size(),
              (end - opened) / 1e9,
              matches.size(),
              matches.stream().filter(match -> match.decision() == Decision.AFFECTED).count()));
    }
  }

  private static List<Identity> components(int count) {
    Random random = new Random(1);
    List<Identity> components = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // The kernel once, one in twenty of the well-known products, the rest spread over all.
      int product = random.nextInt(i == 0 ? 1 : i % 20 == 0 ? 2000 : SyntheticNvd.PRODUCTS);
      String version = random.nextInt(9) + "." + random.nextInt(9) + "." + random.nextInt(30);
      components.add(
          Identity.of(
              "c" + i,
              version,
              "",
              "cpe:2.3:" + SyntheticNvd.cpe(product) + ":" + version + ":*:*:*:*:*:*:*"));
    }
    return components;
  }
}
