package dev.assay.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Checksums;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process leaves that is killed while it writes bundles. */
class StoppedWriterTest {
  private static final int KILLS = 12;
  private static final Map<String, byte[]> FILES =
      Map.of(
          BundleContent.SUMMARY,
          "{}\n".getBytes(StandardCharsets.US_ASCII),
          "facts.jsonl",
          new byte[300_000],
          "report.html",
          new byte[200_000]);

  @TempDir Path directory;

  /** Writes the same bundle until it is stopped, and tells of each with a byte. */
  public static void main(String[] path) throws IOException {
    while (true) {
      Bundle.copy(FILES, Map.of(), Path.of(path[0]));
      System.out.write('.');
      System.out.flush();
    }
  }

  @Test
  void whatIsLeftIsAWholeBundleOrNoneAndTheNextRunWritesIt() throws Exception {
    Path bundle = directory.resolve("bundle");
    for (int kill = 0; kill < KILLS; kill++) {
      Process writer = writer(bundle);
      // Each round a little later, so that each step of writing is hit.
      for (int written = 0; written <= kill; written++) {
        assertNotEquals(-1, writer.getInputStream().read());
      }
      writer.destroyForcibly().waitFor();
      if (Files.exists(bundle)) {
        assertIsWhole(bundle);
      }
    }
    Bundle.copy(FILES, Map.of(), bundle);
    assertIsWhole(bundle);
    assertIsAlone(bundle);
  }

  /** As a process leaves it that is killed between its two moves. */
  @Test
  void theBundleThatWasMovedAwayIsPutBackWhereTheNextRunFails() throws IOException {
    Path bundle = directory.resolve("bundle");
    Bundle.copy(FILES, Map.of(), bundle);
    Path left = Files.createDirectory(directory.resolve(Draft.PREFIX + "bundle"));
    Files.createFile(left.resolve("lock"));
    Files.move(bundle, left.resolve("old"));
    Files.createDirectories(left.resolve("new").resolve("half"));
    Map<String, byte[]> unwritable = Map.of("no/such/folder", new byte[1]);
    assertThrows(IOException.class, () -> Bundle.copy(unwritable, Map.of(), bundle));
    assertIsWhole(bundle);
    assertIsAlone(bundle);
  }

  @Test
  void whatARunningProcessWritesIsLeftAlone() throws Exception {
    Path bundle = directory.resolve("bundle");
    try (Draft running = Draft.of(bundle)) {
      Files.writeString(running.files().resolve("facts.jsonl"), "");
      IOException refused =
          assertThrows(IOException.class, () -> Bundle.copy(FILES, Map.of(), bundle));
      assertTrue(refused.getMessage().contains("another run is writing"));
      assertTrue(Files.exists(running.files().resolve("facts.jsonl")));
      Process other = writer(bundle);
      assertEquals(-1, other.getInputStream().read());
      assertNotEquals(0, other.waitFor());
      assertTrue(Files.exists(running.files().resolve("facts.jsonl")));
      running.place();
    }
    assertIsAlone(bundle);
  }

  @Test
  void aFolderOfAnotherBundleIsLeftAlone() throws IOException {
    Path other = directory.resolve(Draft.PREFIX + "other").resolve("old");
    Files.createDirectories(other);
    Bundle.copy(FILES, Map.of(), directory.resolve("bundle"));
    assertTrue(Files.exists(other));
  }

  @Test
  void aBundleIsReplacedAndNothingElseIsLeft() throws IOException {
    Path bundle = directory.resolve("bundle");
    Bundle.copy(FILES, Map.of(), bundle);
    Files.writeString(bundle.resolve("of-the-old-one"), "");
    Bundle.copy(FILES, Map.of(), bundle);
    assertIsWhole(bundle);
    assertTrue(Files.notExists(bundle.resolve("of-the-old-one")));
    assertIsAlone(bundle);
  }

  private static Process writer(Path bundle) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path", ""),
            StoppedWriterTest.class.getName(),
            bundle.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void assertIsAlone(Path bundle) throws IOException {
    try (Stream<Path> left = Files.list(directory)) {
      assertArrayEquals(new Path[] {bundle}, left.toArray());
    }
  }

  private static void assertIsWhole(Path bundle) throws IOException {
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      assertArrayEquals(file.getValue(), Files.readAllBytes(bundle.resolve(file.getKey())));
    }
    assertArrayEquals(Checksums.of(bundle), Files.readAllBytes(bundle.resolve(BundleFiles.SUMS)));
  }
}
