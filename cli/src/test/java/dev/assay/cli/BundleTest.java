package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bundle depends on, and what its root covers. */
class BundleTest {
  private static final List<String> COVERED =
      List.of(
          "evaluation.json",
          "artifacts.jsonl",
          "components.jsonl",
          "facts.jsonl",
          "risks.jsonl",
          "plan.jsonl",
          "verdicts.jsonl");

  @TempDir Path directory;

  private Path tree;

  @BeforeEach
  void tree() throws IOException {
    tree = Files.createDirectories(directory.resolve("fw"));
    for (String folder : List.of("bin", "dev", "usr/lib", "home/user", "tmp")) {
      Files.createDirectories(tree.resolve(folder));
    }
    put("etc/passwd", "root::0:0:root:/root:/bin/sh\nuser:x:1000:1000::/home/user:/bin/sh\n");
    put("etc/shadow", "user:$1$saltsalt$Y3BMhxQHmg7scgLILa56u1:19000:0:99999:7:::\n");
    put("etc/ssh/sshd_config", "PermitRootLogin yes\nCiphers 3des-cbc\n");
    put("etc/fstab", "/dev/sda1 / ext4 defaults 0 1\n");
    put("etc/größe ß.conf", "x=1\n");
    put("boot/cmdline.txt", "console=ttyS0 init=/bin/sh\n");
    put("boot/config-6.1.0", "CONFIG_X86=y\n# CONFIG_RANDOMIZE_BASE is not set\n");
    put("var/lib/dpkg/status", "Package: a\nStatus: install ok installed\nVersion: 1.0\n");
    put("etc/systemd/system/a.service", "[Service]\nExecStart=/usr/bin/a\nUser=root\n");
    put(
        "home/user/.ssh/id_rsa",
        "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\n");
    put("bin/busybox", "not a program".repeat(1000));
    Files.setAttribute(tree.resolve("bin/busybox"), "unix:mode", 0104755);
    Files.createSymbolicLink(tree.resolve("bin/sh"), Path.of("busybox"));
    Files.createLink(tree.resolve("bin/ash"), tree.resolve("bin/busybox"));
  }

  private void put(String path, String text) throws IOException {
    Path file = tree.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path evaluated(Path product, String bundle) {
    Path out = directory.resolve(bundle);
    Ran ran =
        CommandLine.run(
            "evaluate",
            product.toString(),
            "--out",
            out.toString(),
            "--as-of",
            "2026-11-23",
            "--cache",
            "off",
            "--quiet");
    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    return out;
  }

  private static void shell(Path in, String tool, String command) throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))),
        tool + " is installed");
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as(command).isZero();
  }

  /** Lines by file, paths as in the directory, without the container's own line. */
  private static Map<String, List<String>> lines(Path bundle, String image) throws IOException {
    Map<String, List<String>> lines = new TreeMap<>();
    for (String file : COVERED.subList(1, COVERED.size())) {
      lines.put(
          file,
          Files.readAllLines(bundle.resolve(file)).stream()
              .filter(line -> !line.startsWith("{\"path\":\"" + image + "\""))
              .map(line -> line.replace(image + "!/", "fw/").replace(image, "fw"))
              .sorted()
              .toList());
    }
    return lines;
  }

  @Test
  void whatIsNoBundleIsNotReplacedAndNothingIsReadForIt() throws IOException {
    Path file = Files.writeString(directory.resolve("notes"), "mine");
    Path folder = Files.createDirectories(directory.resolve("folder"));
    Files.writeString(folder.resolve("notes"), "mine");
    for (Path taken : List.of(file, folder)) {
      Ran ran = CommandLine.run("evaluate", tree.toString(), "--out", taken.toString());
      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.err())
          .isEqualTo(
              "assay: cannot write the bundle: "
                  + taken
                  + " exists and is not a bundle; choose another --out\n");
    }
    Ran below = CommandLine.run("evaluate", tree.toString(), "--out", file + "/bundle");
    assertThat(below.status()).isEqualTo(2);
    assertThat(below.err())
        .isEqualTo("assay: cannot write the bundle: no files can be made in " + file + "\n");
    assertThat(file).hasContent("mine");
    assertThat(folder.resolve("notes")).hasContent("mine");
  }

  @ParameterizedTest
  @CsvSource({
    "tar, tar -cf ../fw.tar *, fw.tar",
    "tar, tar -cf ../fw.tar --format=pax ., fw.tar",
    "mksquashfs, mksquashfs . ../fw.sqfs -quiet -no-progress -comp xz, fw.sqfs",
    "mkfs.ext4, mkfs.ext4 -q -O ^has_journal -d . ../fw.ext4 4M, fw.ext4",
    "cpio, find * | cpio --quiet -o -H newc > ../fw.cpio, fw.cpio"
  })
  void theSameTreeGivesTheSameBundleApartFromTheContainersPath(
      String tool, String command, String image) throws Exception {
    shell(tree, tool, command);
    Map<String, List<String>> direct = lines(evaluated(tree, "direct"), "fw");
    Map<String, List<String>> packed = lines(evaluated(directory.resolve(image), "packed"), image);
    assertThat(direct.get("verdicts.jsonl")).hasSizeGreaterThan(100);
    direct.forEach(
        (file, lines) ->
            assertThat(packed.get(file).stream().filter(BundleTest::isOfTheTree).toList())
                .as(file)
                .isEqualTo(lines.stream().filter(BundleTest::isOfTheTree).toList()));
  }

  /** What only a file system of its own has: a root folder with a mode, lost+found. */
  private static boolean isOfTheTree(String line) {
    return !line.contains("lost+found") && !line.startsWith("{\"path\":\"fw\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluation.json",
        "artifacts.jsonl",
        "components.jsonl",
        "facts.jsonl",
        "risks.jsonl",
        "plan.jsonl",
        "verdicts.jsonl"
      })
  void anyChangeToAnyByteIsFound(String name) throws IOException {
    Path bundle = evaluated(tree, "b");
    assertThat(CommandLine.run("verify", bundle.toString()).status()).isZero();
    Path file = bundle.resolve(name);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(name.hashCode());
    for (int i = 0; i < 60; i++) {
      // The ends are where a reader stops looking.
      int at = i < 8 ? i : i < 16 ? whole.length - 1 - (i - 8) : random.nextInt(whole.length);
      found(bundle, file, flipped(whole, at, random.nextInt(8)), "bit flipped at " + at);
    }
    found(bundle, file, Arrays.copyOf(whole, whole.length - 1), "last byte cut off");
    found(bundle, file, Arrays.copyOf(whole, whole.length + 1), "a byte appended");
    found(bundle, file, Arrays.copyOfRange(whole, 1, whole.length), "first byte cut off");
    found(bundle, file, new byte[0], "emptied");
    found(bundle, file, twice(whole), "everything twice");
    found(
        bundle,
        file,
        (new String(whole, StandardCharsets.UTF_8) + "{}\n").getBytes(StandardCharsets.UTF_8),
        "a line appended");
    Files.write(file, whole);
    assertThat(CommandLine.run("verify", bundle.toString()).status()).isZero();
    Files.delete(file);
    assertThat(CommandLine.run("verify", bundle.toString()).status()).isNotZero();
  }

  private static byte[] flipped(byte[] whole, int at, int bit) {
    byte[] flipped = whole.clone();
    flipped[at] ^= (byte) (1 << bit);
    return flipped;
  }

  private static byte[] twice(byte[] whole) {
    byte[] twice = Arrays.copyOf(whole, whole.length * 2);
    System.arraycopy(whole, 0, twice, whole.length, whole.length);
    return twice;
  }

  private static void found(Path bundle, Path file, byte[] changed, String change)
      throws IOException {
    Files.write(file, changed);
    Ran ran = CommandLine.run("verify", bundle.toString());
    assertThat(ran.status()).as(file.getFileName() + ": " + change).isIn(1, 2);
  }

  @Test
  void linesInAnotherOrderAreFound() throws IOException {
    Path bundle = evaluated(tree, "b");
    for (String name : COVERED.subList(1, COVERED.size())) {
      Path file = bundle.resolve(name);
      List<String> lines = Files.readAllLines(file);
      List<String> swapped = new ArrayList<>(lines);
      Collections.swap(swapped, 0, 1);
      Files.write(file, swapped);
      assertThat(CommandLine.run("verify", bundle.toString()).status()).as(name).isEqualTo(1);
      Files.write(file, lines);
    }
  }
}
