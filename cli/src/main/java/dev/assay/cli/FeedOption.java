package dev.assay.cli;

import dev.assay.feed.store.BadFeed;
import dev.assay.feed.store.Feed;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The vulnerability feed of an evaluation or its replay. */
final class FeedOption {
  @Option(
      names = "--feed",
      paramLabel = "FILE",
      description =
          "Vulnerability feed that `assay feed import` made; without one, known flaws are INCONCLUSIVE.")
  private @Nullable Path file;

  /** The feed opened, empty where none is named; to be closed after the evaluation. */
  Optional<Feed> open() {
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Feed.open(file));
    } catch (NoSuchFileException e) {
      throw new UsageError("no feed `" + e.getFile() + "`; `assay feed import` makes one");
    } catch (IOException | BadFeed e) {
      throw new UsageError(file + ": " + e.getMessage());
    }
  }
}
