package dev.assay.inspect.cache;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder of packs: values by key. Never fails: what cannot be read is not there, what cannot be
 * written is not kept. Several processes may use one folder.
 */
public final class Packs {
  private static final int MAX_PACKS = 24;
  private static final int MAX_REVISIONS = 3;
  private static final long MAX_BYTES = 1L << 30;

  private final Path folder;
  private final List<Pack> packs;

  private Packs(Path folder, List<Pack> packs) {
    this.folder = folder;
    this.packs = packs;
  }

  /**
   * @param revision of the code whose results are kept; those of another are not found
   */
  public static Packs open(Path cache, String revision) {
    Path folder = cache.resolve("facts").resolve(revision);
    List<Pack> packs = new ArrayList<>();
    for (Path file : files(folder)) {
      Pack.open(file).ifPresent(packs::add);
    }
    return new Packs(folder, packs);
  }

  /** The value last written under that key. */
  public Optional<byte[]> get(String key) {
    Pack.Key hashed = Pack.Key.of(key);
    for (Pack pack : packs) {
      Optional<byte[]> value = pack.get(hashed);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /** Writes one further pack; the oldest make room for it. */
  public void add(Map<String, byte[]> values) {
    if (values.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, "new", ".tmp");
      try {
        Pack.write(values, draft);
        Files.move(
            draft,
            folder.resolve(String.format("%016x-%s.pack", newest() + 1, unique(draft))),
            StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
      makeRoom();
    } catch (IOException e) {
      // The next run reads everything again.
    }
  }

  private static String unique(Path draft) {
    return draft.getFileName().toString().replaceAll("\\D", "");
  }

  private long newest() {
    for (Path file : files(folder)) {
      return Long.parseUnsignedLong(file.getFileName().toString().substring(0, 16), 16);
    }
    return 0;
  }

  private void makeRoom() throws IOException {
    long bytes = 0;
    int count = 0;
    for (Path file : files(folder)) {
      bytes += Files.size(file);
      if (++count > MAX_PACKS || bytes > MAX_BYTES) {
        Files.deleteIfExists(file);
      }
    }
    List<Path> revisions = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.getParent())) {
      all.forEach(revisions::add);
    }
    revisions.remove(folder);
    revisions.sort(Comparator.comparing((Path p) -> p.toFile().lastModified()).reversed());
    for (Path old : revisions.stream().skip(MAX_REVISIONS - 1).toList()) {
      for (Path file : files(old)) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(old);
    }
  }

  /** Newest first. */
  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "????????????????-*.pack")) {
      for (Path file : all) {
        if (file.getFileName().toString().matches("[0-9a-f]{16}-.*")) {
          files.add(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    files.sort(Comparator.comparing((Path p) -> p.getFileName().toString()).reversed());
    return files;
  }
}
