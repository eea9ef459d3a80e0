package dev.assay.cli.earlier;

import dev.assay.formats.Bytes;
import dev.assay.inspect.scan.Digests;
import dev.assay.inspect.scan.HostState;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The runs kept in a folder. Never fails: what cannot be read is not there, what cannot be written
 * is not kept.
 */
public final class EarlierRuns {
  private static final String FIRST_LINE = "assay run 1";
  private static final String MANIFEST = "run";
  private static final String FILES = "files";
  private static final String OUTPUT = "output";
  private static final int MAX_RUNS = 8;
  private static final long MAX_BYTES = 64L << 20;

  private final Path folder;
  private final List<Path> product;
  private final Instant started;
  private final Optional<String> key;

  private EarlierRuns(Path folder, List<Path> product, Instant started, Optional<String> key) {
    this.folder = folder;
    this.product = List.copyOf(product);
    this.started = started;
    this.key = key;
  }

  /**
   * The runs of one command over one product.
   *
   * @param product the product's files and directories on the host
   * @param command all else that results depend on, but for Assay's own code
   * @param started when this run began: a product that was changed no earlier is read again
   */
  public static EarlierRuns of(Path cache, List<Path> product, String command, Instant started) {
    List<Path> code =
        Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::exists)
            .toList();
    Optional<String> key =
        HostState.of(code, started)
            .map(state -> (state + "\n" + command).getBytes(StandardCharsets.UTF_8))
            .map(text -> Digests.sha256(Bytes.of(text)).substring(0, 32));
    return new EarlierRuns(cache.resolve("runs"), product, started, key);
  }

  /** The run over the product as it is now. */
  public Optional<EarlierRun> find() {
    Optional<Path> run = key.map(folder::resolve).filter(Files::isDirectory);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(run.get().resolve(MANIFEST));
      if (lines.size() < 5
          || !lines.getFirst().equals(FIRST_LINE)
          || !HostState.of(product, started).equals(Optional.of(lines.get(1)))) {
        return Optional.empty();
      }
      SequencedMap<String, byte[]> files = new LinkedHashMap<>();
      for (String line : lines.subList(4, lines.size())) {
        String[] parts = line.split(" ", 3);
        if (parts[2].contains("/")) {
          return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(run.get().resolve(FILES).resolve(parts[2]));
        if (bytes.length != Long.parseLong(parts[1]) || !crc32(bytes).equals(parts[0])) {
          return Optional.empty();
        }
        files.put(parts[2], bytes);
      }
      byte[] output = files.remove(OUTPUT);
      return output == null
          ? Optional.empty()
          : Optional.of(
              new EarlierRun(Integer.parseInt(lines.get(2)), lines.get(3), output, files));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Keeps what this run wrote, unless the product may have been changed since it began. */
  public void keep(EarlierRun run) {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>(run.files());
    files.put(OUTPUT, run.output());
    long size = files.values().stream().mapToLong(bytes -> bytes.length).sum();
    Optional<String> state = HostState.of(product, started);
    if (key.isEmpty() || state.isEmpty() || size > MAX_BYTES) {
      return;
    }
    List<String> lines =
        new ArrayList<>(
            List.of(FIRST_LINE, state.get(), String.valueOf(run.status()), run.bundleName()));
    files.forEach((name, bytes) -> lines.add(crc32(bytes) + " " + bytes.length + " " + name));
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempDirectory(folder, ".draft-");
      try {
        Files.createDirectory(draft.resolve(FILES));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          Files.write(draft.resolve(FILES).resolve(file.getKey()), file.getValue());
        }
        Files.write(draft.resolve(MANIFEST), lines);
        delete(folder.resolve(key.get()));
        Files.move(draft, folder.resolve(key.get()), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(draft);
      }
      makeRoom();
    } catch (IOException e) {
      // The next run evaluates again.
    }
  }

  private void makeRoom() throws IOException {
    List<Path> runs = children(folder);
    runs.sort(Comparator.comparing((Path run) -> run.toFile().lastModified()).reversed());
    for (Path old : runs.stream().skip(MAX_RUNS).toList()) {
      delete(old);
    }
  }

  private static void delete(Path run) throws IOException {
    if (!Files.exists(run)) {
      return;
    }
    for (Path child : children(run)) {
      if (Files.isDirectory(child)) {
        for (Path file : children(child)) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(child);
    }
    Files.deleteIfExists(run);
  }

  private static List<Path> children(Path directory) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
      all.forEach(children::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return children;
  }

  private static String crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return String.format("%08x", crc.getValue());
  }
}
