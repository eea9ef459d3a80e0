package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** A tree on the host for the writers of flash file systems, and their images. */
public final class FlashTree {
  /** Compresses to a fraction. */
  public static final byte[] TEXT = text();

  /** Does not compress. */
  public static final byte[] NOISE = noise();

  private final Path directory;

  private FlashTree(Path directory) {
    this.directory = directory;
  }

  /** Files of several sizes, a hard link, symbolic links and empty directories. */
  public static FlashTree in(Path directory) throws IOException {
    Path tree = directory.resolve("tree");
    Files.createDirectories(tree.resolve("etc/empty"));
    Files.createDirectories(tree.resolve("bin"));
    Files.writeString(tree.resolve("etc/passwd"), "root:x:0:0::/root:/bin/sh\n");
    Files.writeString(tree.resolve("etc/nothing"), "");
    Files.write(tree.resolve("bin/text"), TEXT);
    Files.write(tree.resolve("bin/noise"), NOISE);
    Files.write(tree.resolve("bin/zeros"), new byte[50_000]);
    Files.createLink(tree.resolve("bin/same"), tree.resolve("bin/text"));
    Files.createSymbolicLink(tree.resolve("etc/link"), Path.of("../bin/text"));
    Files.setAttribute(tree.resolve("bin/text"), "unix:mode", 0104755);
    return new FlashTree(directory);
  }

  public Path path(String name) {
    return directory.resolve(name);
  }

  /**
   * What a shell command, run beside {@code tree}, leaves in the file {@code image}; skips the test
   * where {@code tool} is not installed.
   */
  public byte[] image(String tool, String command) throws IOException, InterruptedException {
    String path = System.getenv("PATH") + ":/usr/sbin:/sbin";
    assumeTrue(
        Stream.of(path.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))),
        tool + " is installed");
    Path log = directory.resolve("log");
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(directory.toFile());
    builder.environment().put("PATH", path);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    return Files.readAllBytes(directory.resolve("image"));
  }

  /** Everything of the tree but modes and owners, which not every file system keeps. */
  public static void assertHolds(Listed listed) {
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entries).allSatisfy(entry -> assertThat(entry.problems()).isEmpty());
    assertThat(listed.paths())
        .contains("etc", "etc/empty", "bin")
        .doesNotHaveDuplicates()
        .noneMatch(path -> path.contains("//") || path.endsWith("."));
    assertThat(listed.text("etc/passwd")).isEqualTo("root:x:0:0::/root:/bin/sh\n");
    assertThat(listed.bytes("etc/nothing")).isEmpty();
    assertThat(listed.bytes("bin/text")).isEqualTo(TEXT);
    assertThat(listed.bytes("bin/same")).isEqualTo(TEXT);
    assertThat(listed.bytes("bin/noise")).isEqualTo(NOISE);
    assertThat(listed.bytes("bin/zeros")).isEqualTo(new byte[50_000]);
    assertThat(listed.entry("etc/link").link()).isEqualTo("../bin/text");
    assertThat(listed.entry("etc/empty").entryType()).isEqualTo(EntryType.DIRECTORY);
  }

  private static byte[] text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < 300_000; i++) {
      text.append(String.format(Locale.ROOT, "line %d of the text, %x%n", i, i * 7919));
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] noise() {
    byte[] noise = new byte[70_001];
    new Random(7).nextBytes(noise);
    return noise;
  }
}
