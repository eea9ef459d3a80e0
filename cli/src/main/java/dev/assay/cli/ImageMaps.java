package dev.assay.cli;

import dev.assay.formats.Bytes;
import dev.assay.inspect.fault.Faults;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is told of the bytes of a product's images; a directory has none of its own.
 *
 * @param told by the name of the image, in the order of the images
 * @param faults by the name of the image, where what looks at the bytes failed
 */
record ImageMaps<T>(Map<String, T> told, Map<String, Problem> faults) {

  /**
   * Looks at the bytes of each image.
   *
   * @param reader the class that is named where it fails
   */
  static <T> ImageMaps<T> of(List<Source> images, Class<?> reader, Function<Bytes, T> look) {
    ImageMaps<T> maps = new ImageMaps<>(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (Source image : images) {
      switch (image) {
        case Source.OnHost(String name, Path path) -> {
          if (Files.isRegularFile(path)) {
            maps.look(name, path, reader, look);
          }
        }
        case Source.InMemory(String name, Bytes bytes) -> maps.look(name, bytes, reader, look);
      }
    }
    return maps;
  }

  private void look(String name, Path path, Class<?> reader, Function<Bytes, T> look) {
    try (FileChannel channel = FileChannel.open(path)) {
      look(name, Bytes.of(channel, 0, channel.size()), reader, look);
    } catch (IOException e) {
      throw new UsageError("cannot read " + path + ": " + e.getMessage());
    }
  }

  private void look(String name, Bytes bytes, Class<?> reader, Function<Bytes, T> look) {
    Faults.REPORT.ask(
        Faults.name(reader),
        fault -> faults.put(name, fault),
        () -> told.put(name, look.apply(bytes)));
  }
}
