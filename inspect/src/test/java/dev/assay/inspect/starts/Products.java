package dev.assay.inspect.starts;

import dev.assay.inspect.Inspection;
import dev.assay.inspect.Seeds;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Described;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A product in a directory, for tests of inspectors. */
public final class Products {
  private final Path directory;

  public Products(Path directory) {
    this.directory = directory;
  }

  public Products file(String path, String text) {
    try {
      Path file = directory.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, Seeds.plant(path, text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** A file that may be executed. */
  public Products program(String path, String text) {
    file(path, text);
    if (!directory.resolve(path).toFile().setExecutable(true)) {
      throw new AssertionError("cannot make " + path + " executable");
    }
    return this;
  }

  public Products link(String path, String target) {
    try {
      Path link = directory.resolve(path);
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, Path.of(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Components of one kind, in order of id. */
  public List<Described> components(String kind) {
    return Inspection.of(
            List.of(new Source.OnHost("fw", directory)), Limits.DEFAULT, 2, Progress.SILENT)
        .components()
        .stream()
        .filter(each -> each.component().kind().equals(kind))
        .toList();
  }
}
