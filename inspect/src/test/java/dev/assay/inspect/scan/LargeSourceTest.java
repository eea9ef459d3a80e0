package dev.assay.inspect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.inspect.fault.Faults;
import dev.assay.inspect.match.Found;
import dev.assay.inspect.tree.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A source so large that its members are listed while it is hashed. */
class LargeSourceTest {
  private static byte[] archive = {};

  @BeforeAll
  static void make() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(34 << 20);
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "image", new byte[33 << 20]);
      add(zip, "etc/passwd", "root:x:0:0::/:/bin/sh\n".getBytes(StandardCharsets.US_ASCII));
      add(zip, "etc/group", "root:x:0:\n".getBytes(StandardCharsets.US_ASCII));
    }
    archive = bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
  }

  private static Scanned scan(List<Source> sources, int threads, long artifacts) {
    Limits usual = Limits.DEFAULT;
    Limits limits =
        new Limits(
            usual.nesting(),
            usual.ratio(),
            usual.ratioFloor(),
            usual.expansion(),
            artifacts,
            usual.inMemory(),
            usual.kept(),
            usual.keptInAll());
    try (ForkJoinPool workers = new ForkJoinPool(threads)) {
      return Scanner.scan(
          sources,
          new Scanner.Setup(
              List.of(),
              bytes -> Found.NOTHING,
              Interest.of(List.of()),
              limits,
              workers,
              Progress.SILENT,
              Remembered.nothing(),
              Faults.END));
    }
  }

  private static Source source(String name, byte[] content) {
    return new Source.InMemory(name, Bytes.of(content));
  }

  @Test
  void itsDigestAndMembersAreWhatTheyAre() throws Exception {
    for (int threads : new int[] {1, 4}) {
      Scanned scanned = Scans.of(source("fw.zip", archive), threads);
      assertThat(Scans.paths(scanned))
          .containsExactly("fw.zip", "fw.zip!/etc/group", "fw.zip!/etc/passwd", "fw.zip!/image");
      String sha256 =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
      assertThat(Scans.node(scanned, "fw.zip").map(Node::sha256)).contains(sha256);
      assertThat(Scans.problems(scanned)).isEmpty();
    }
  }

  @Test
  void whatIsWrongWithItIsSaidOnce() {
    byte[] cut = Arrays.copyOf(archive, archive.length - 30);
    List<String> problems = Scans.problems(Scans.of(source("fw.zip", cut), 2), "fw.zip");
    assertThat(problems).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void aSecondCopyIsNotCountedAgainstTheLimit() {
    List<Source> twice = List.of(source("a.zip", archive), source("b.zip", archive));
    for (int threads : new int[] {1, 4}) {
      assertThat(Scans.problems(scan(twice, threads, 3))).containsExactly("container.repeated");
    }
  }
}
