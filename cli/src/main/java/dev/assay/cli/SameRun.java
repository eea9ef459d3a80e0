package dev.assay.cli;

import dev.assay.cli.earlier.EarlierRuns;
import dev.assay.cli.product.NamedProduct;
import dev.assay.feed.store.Feed;
import dev.assay.inspect.scan.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what runs must have in common for the results of one to be those of the other. */
final class SameRun {
  private static final int MAX_TEXT = 1 << 20;

  private final ProductOptions product;
  private final List<Source> sources;
  private final StringBuilder command = new StringBuilder();

  SameRun(ProductOptions product, NamedProduct named, Evaluator.Terms terms) {
    this.product = product;
    this.sources = named.sources();
    setting("name", named.name());
    setting("version", named.version());
    setting("profile", terms.profile());
    setting("day", terms.asOf());
    setting("feed", terms.feed().map(Feed::digest).orElse(""));
    setting("quiet", product.quiet);
    setting("terminal", Terminal.isInteractive());
    setting("width", Terminal.width());
  }

  SameRun setting(String name, Object value) {
    String text = value.toString();
    command.append(name).append(' ').append(text.length()).append(' ').append(text).append('\n');
    return this;
  }

  /** A file whose text matters, null where none is named. */
  SameRun file(String name, @Nullable Path file) throws IOException {
    return file == null ? this : setting(name, Files.readString(file));
  }

  /** Earlier runs that had all of it; empty without a cache. */
  Optional<EarlierRuns> runs(Instant started) {
    if (product.cache(started).isEmpty()) {
      return Optional.empty();
    }
    List<Path> files = new ArrayList<>();
    for (Source source : sources) {
      setting("source", source.name());
      switch (source) {
        case Source.OnHost onHost -> files.add(onHost.path());
        case Source.InMemory inMemory -> setting("text", text(inMemory));
      }
    }
    return Optional.of(EarlierRuns.of(product.cacheFolder(), files, command.toString(), started));
  }

  /** Parts in memory are lines of the product's description. */
  private static String text(Source.InMemory part) {
    return part.bytes().text(MAX_TEXT);
  }
}
