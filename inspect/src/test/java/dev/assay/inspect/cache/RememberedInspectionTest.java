package dev.assay.inspect.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.inspect.Cache;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedInspectionTest {
  @TempDir Path folder;
  private Path product;
  private Path cache;

  @BeforeEach
  void makeProduct() throws IOException {
    product = Files.createDirectories(folder.resolve("product"));
    cache = folder.resolve("cache");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    file("usr/bin/java", Files.readAllBytes(java));
    file("etc/passwd", "root:x:0:0::/root:/bin/sh\n".getBytes(StandardCharsets.UTF_8));
    file(
        "etc/app.conf",
        "api_key = ghp_16C7e42F292c6912E7710c838347Ae178B4a\n".getBytes(StandardCharsets.UTF_8));
    file("usr/share/doc/readme.gz", gzip("Linux version none\n".repeat(50)));
    file("opt/app.zip", zip("lib/inner.zip", zip("bin/java", Files.readAllBytes(java))));
    file("opt/broken.zip", new byte[] {'P', 'K', 3, 4, 0, 0});
    try (Stream<Path> all = Files.walk(product)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Files.setLastModifiedTime(each, FileTime.fromMillis(1_000_000_000_000L));
      }
    }
  }

  @Test
  void aSecondRunFindsWhatTheFirstFound() throws IOException {
    Inspection without = inspect(Optional.empty(), 2);
    assertEquals(without, inspect(remember(), 2));
    long written = bytesIn(cache);
    assertTrue(written > 0, "nothing was kept");
    assertEquals(without, inspect(remember(), 2));
    assertEquals(without, inspect(remember(), 1));
    assertTrue(bytesIn(cache) < 2 * written, "known contents were written again");
  }

  @Test
  void findsInAnArchiveWhatItKnowsFromADirectory() throws IOException {
    inspect(remember(), 2);
    Path archive = folder.resolve("app.zip");
    Files.copy(product.resolve("opt/app.zip"), archive);
    List<Source> sources = List.of(new Source.OnHost("app.zip", archive));
    assertEquals(
        Inspection.of(sources, Limits.DEFAULT, 2, Progress.SILENT),
        Inspection.of(sources, Limits.DEFAULT, 2, Progress.SILENT, remember()));
  }

  @Test
  void noticesAChangedFileOfTheSameSizeAndTime() throws IOException, InterruptedException {
    // A file is only taken as unchanged if it was older than the coarsest clock when it was read.
    Thread.sleep(2100);
    inspect(remember(), 2);
    Inspection before = inspect(remember(), 2);
    file(
        "etc/app.conf",
        "api_key = ghp_26C7e42F292c6912E7710c838347Ae178B4a\n".getBytes(StandardCharsets.UTF_8));
    Files.setLastModifiedTime(
        product.resolve("etc/app.conf"), FileTime.fromMillis(1_000_000_000_000L));
    Inspection after = inspect(remember(), 2);
    assertNotEquals(before, after);
    assertEquals(inspect(Optional.empty(), 2), after);
  }

  @Test
  void damageInTheCacheChangesNothing() throws IOException {
    Inspection without = inspect(Optional.empty(), 2);
    inspect(remember(), 2);
    Random random = new Random(5);
    for (int round = 0; round < 40; round++) {
      for (Path pack : packs(cache)) {
        byte[] bytes = Files.readAllBytes(pack);
        for (int i = 1 + random.nextInt(20); i > 0 && bytes.length > 0; i--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        int cut = random.nextInt(4) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
        Files.write(pack, Arrays.copyOf(bytes, cut));
      }
      assertEquals(without, inspect(remember(), 2));
    }
  }

  @Test
  void keepsAtMostSoManyPacks() throws IOException {
    for (int i = 0; i < 30; i++) {
      Packs packs = Packs.open(cache, "r");
      packs.add(Map.of("key" + i, new byte[] {(byte) i}));
    }
    Packs packs = Packs.open(cache, "r");
    assertEquals(24, packs(cache).size());
    assertEquals(Optional.empty(), packs.get("key5"));
    assertEquals(29, packs.get("key29").orElseThrow()[0]);
    assertEquals(Optional.empty(), Packs.open(cache, "other").get("key29"));
  }

  private Optional<Cache> remember() {
    return Optional.of(new Cache(cache, Instant.now()));
  }

  private Inspection inspect(Optional<Cache> remembering, int threads) {
    return Inspection.of(
        List.of(new Source.OnHost("product", product)),
        Limits.DEFAULT,
        threads,
        Progress.SILENT,
        remembering);
  }

  private void file(String path, byte[] content) throws IOException {
    Path file = product.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static List<Path> packs(Path cache) throws IOException {
    try (Stream<Path> all = Files.walk(cache)) {
      return new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private static long bytesIn(Path cache) throws IOException {
    long bytes = 0;
    for (Path pack : packs(cache)) {
      bytes += Files.size(pack);
    }
    return bytes;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }
}
