package dev.assay.cli;

import dev.assay.formats.Bytes;
import dev.assay.inspect.scan.Source;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Looks at the bytes of a product's images; a directory has none of its own. */
final class ImageMaps {
  private ImageMaps() {}

  /** What is told of the bytes; empty of a directory. */
  static <T> Optional<T> of(Source source, Function<Bytes, T> told) {
    return switch (source) {
      case Source.OnHost(String name, Path path) ->
          Files.isRegularFile(path) ? Optional.of(of(path, told)) : Optional.empty();
      case Source.InMemory(String name, Bytes bytes) -> Optional.of(told.apply(bytes));
    };
  }

  private static <T> T of(Path path, Function<Bytes, T> told) {
    try (FileChannel channel = FileChannel.open(path)) {
      return told.apply(Bytes.of(channel, 0, channel.size()));
    } catch (IOException e) {
      throw new UsageError("cannot read " + path + ": " + e.getMessage());
    }
  }
}
