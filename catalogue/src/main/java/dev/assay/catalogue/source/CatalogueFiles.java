package dev.assay.catalogue.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The text of every file of a catalogue by its name: {@code cases/NAME.yaml}, {@code
 * cases/NAME.csv}, {@code profiles/NAME.yaml}, {@code measured.csv}.
 */
public record CatalogueFiles(Map<String, String> texts) {
  /** What was measured of the cases. */
  public static final String MEASURED = "measured.csv";

  private static final String HOME = "/dev/assay/catalogue/";

  public CatalogueFiles {
    texts = Map.copyOf(texts);
  }

  /**
   * The files of a folder that has {@code cases} and {@code profiles}.
   *
   * @throws IOException if a file cannot be read or is not UTF-8
   */
  public static CatalogueFiles in(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    addAll(folder.resolve("cases"), "cases/", texts);
    addAll(folder.resolve("profiles"), "profiles/", texts);
    Path measured = folder.resolve(MEASURED);
    if (Files.isRegularFile(measured)) {
      texts.put(MEASURED, Files.readString(measured));
    }
    return new CatalogueFiles(texts);
  }

  /**
   * The files that come with Assay.
   *
   * @throws IOException if they cannot be read
   */
  public static CatalogueFiles ofAssay() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    addResources("cases/", texts);
    addResources("profiles/", texts);
    try (InputStream measured = CatalogueFiles.class.getResourceAsStream(HOME + MEASURED)) {
      if (measured != null) {
        texts.put(MEASURED, new String(measured.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return new CatalogueFiles(texts);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /** Names in a folder with an ending, ordered. */
  public Stream<String> names(String folder, String ending) {
    return texts.keySet().stream()
        .filter(name -> name.startsWith(folder) && name.endsWith(ending))
        .sorted();
  }

  private static void addResources(String folder, Map<String, String> texts) throws IOException {
    URL url = CatalogueFiles.class.getResource(HOME + folder);
    if (url == null) {
      return;
    }
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        addAll(Path.of(uri), folder, texts);
        return;
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        addAll(jar.getPath(HOME + folder), folder, texts);
      }
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static void addAll(Path folder, String prefix, Map<String, String> texts)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".yaml") || name.endsWith(".csv")) {
          texts.put(prefix + name, Files.readString(file));
        }
      }
    }
  }
}
