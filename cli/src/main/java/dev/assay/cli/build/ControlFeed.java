package dev.assay.cli.build;

import dev.assay.feed.source.BadSource;
import dev.assay.feed.source.Sources;
import dev.assay.feed.store.Feed;
import dev.assay.feed.store.FeedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The small feed that comes with Assay, made for the time that controls run. */
final class ControlFeed implements AutoCloseable {
  private static final List<String> SOURCES = List.of("debian.json", "kev.json", "upstream.json");

  private final Path folder;
  private final Feed feed;

  private ControlFeed(Path folder, Feed feed) {
    this.folder = folder;
    this.feed = feed;
  }

  static ControlFeed open() throws IOException {
    Path folder = Files.createTempDirectory("assay-controls-");
    try {
      return new ControlFeed(folder, made(folder));
    } catch (IOException | RuntimeException e) {
      clear(folder);
      throw e;
    }
  }

  Feed feed() {
    return feed;
  }

  private static Feed made(Path folder) throws IOException {
    Path file = folder.resolve("known.feed");
    try (FeedWriter writer = new FeedWriter(file)) {
      Sources reading = new Sources(writer);
      for (String name : SOURCES) {
        Path copy = folder.resolve(name);
        try (InputStream in = Feed.class.getResourceAsStream("/dev/assay/feed/known/" + name)) {
          if (in == null) {
            throw new IllegalStateException("known flaws `" + name + "` are missing from Assay");
          }
          Files.copy(in, copy);
        }
        reading.read(copy);
      }
      writer.write("", reading.tallies().values(), reading.leftOut());
    } catch (BadSource e) {
      throw new IllegalStateException(e);
    }
    return Feed.open(file);
  }

  @Override
  public void close() throws IOException {
    feed.close();
    clear(folder);
  }

  private static void clear(Path folder) throws IOException {
    for (String name : SOURCES) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.deleteIfExists(folder.resolve("known.feed"));
    Files.deleteIfExists(folder);
  }
}
