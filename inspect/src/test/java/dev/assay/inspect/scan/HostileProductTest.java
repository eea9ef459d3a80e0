package dev.assay.inspect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.EntryType;
import dev.assay.inspect.tree.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileProductTest {
  @TempDir Path directory;

  @Test
  void namesThatLeadOutStayInside() throws IOException {
    Scanned scanned =
        Scans.of("x.tar", tar("../../etc/passwd", "/etc/shadow", "a/../../b", "./ok"));
    assertThat(Scans.paths(scanned))
        .containsExactly(
            "x.tar", "x.tar!/b", "x.tar!/etc/passwd", "x.tar!/etc/shadow", "x.tar!/ok");
    assertThat(Scans.problems(scanned, "x.tar!/etc/passwd")).containsExactly("path.traversal");
    assertThat(Scans.problems(scanned, "x.tar!/etc/shadow")).containsExactly("path.absolute");
    assertThat(Scans.problems(scanned, "x.tar!/b")).containsExactly("path.traversal");
    assertThat(Scans.problems(scanned, "x.tar!/ok")).isEmpty();
  }

  @Test
  void namesWithNulAndInvalidUtf8AreShownWithoutLoss() throws IOException {
    byte[] zip = zipOf("a?b", "c?d");
    replace(zip, "a?b", new byte[] {'a', 0, 'b'});
    replace(zip, "c?d", new byte[] {'c', (byte) 0xFF, 'd'});
    Scanned scanned = Scans.of("x.zip", zip);
    assertThat(Scans.paths(scanned)).containsExactly("x.zip", "x.zip!/a\uFFFDb", "x.zip!/c\\xffd");
    assertThat(Scans.problems(scanned, "x.zip!/a\uFFFDb")).containsExactly("path.nul");
  }

  @Test
  void ofMembersOfTheSameNameTheLastCounts() throws IOException {
    Scanned scanned = Scans.of("x.tar", tar("f=first", "f=second"));
    assertThat(Scans.problems(scanned)).containsExactly("path.duplicate");
    assertThat(scanned.nodes()).hasSize(3);
    assertThat(Scans.node(scanned, "x.tar!/f").orElseThrow().size()).isEqualTo("second".length());
  }

  @Test
  void deviceNodesAreOnlyListed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream writer = new TarArchiveOutputStream(out)) {
      TarArchiveEntry entry = new TarArchiveEntry("dev/mem", TarArchiveEntry.LF_CHR);
      entry.setDevMajor(1);
      entry.setDevMinor(1);
      writer.putArchiveEntry(entry);
      writer.closeArchiveEntry();
    }
    Node node = Scans.node(Scans.of("x.tar", out.toByteArray()), "x.tar!/dev/mem").orElseThrow();
    assertThat(node.entryType()).isEqualTo(EntryType.CHARACTER_DEVICE);
    assertThat(node.device()).isEqualTo(1L << 32 | 1);
    assertThat(node.problems()).isEmpty();
  }

  @Test
  void aSparseFileOfFourGibibytesIsCutAtTheLimit() {
    byte[] archive =
        Scans.shell(directory, "tar", "truncate -s 4G big && echo x >> big && tar -cS big");
    Scanned scanned = Scans.of("x.tar", archive);
    assertThat(Scans.problems(scanned, "x.tar!/big")).containsExactly("limit.expansion");
    assertThat(Scans.node(scanned, "x.tar!/big").orElseThrow().size())
        .isLessThanOrEqualTo(Limits.DEFAULT.ratioFloor());
  }

  @Test
  void aGzipBombIsCutAtTheLimit() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 300; i++) {
        gzip.write(zeros);
      }
    }
    Scanned scanned = Scans.of("bomb.gz", out.toByteArray());
    assertThat(Scans.problems(scanned, "bomb.gz")).containsExactly("limit.expansion");
  }

  @Test
  void fortyNestedStreamsAreFollowedToTheLimit() throws IOException {
    byte[] content = "core".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 40; i++) {
      content = gzip(content);
    }
    Scanned scanned = Scans.of("x.gz", content);
    assertThat(Scans.problems(scanned)).containsExactly("limit.nesting");
  }

  @Test
  void whatCannotBeDecodedInAStreamIsAMemberWithWhatFollowsTheStream() throws IOException {
    byte[] inner = {0x1F, (byte) 0x9D, (byte) 0x89, 'a', 2, 0};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(gzip(inner));
    out.writeBytes("# more".getBytes(StandardCharsets.UTF_8));
    Scanned scanned = Scans.of("x.gz", out.toByteArray());
    assertThat(Scans.problems(scanned, "x.gz")).containsExactly("stream.trailing-data");
    assertThat(Scans.paths(scanned)).containsExactly("x.gz", "x.gz!/[trailing]", "x.gz!/x");
    assertThat(Scans.problems(scanned, "x.gz!/x")).containsExactly("compress.bits");
    assertThat(Scans.node(scanned, "x.gz!/x").orElseThrow().size()).isEqualTo(inner.length);
  }

  @Test
  void fortyNestedArchivesAreFollowedToTheLimit() throws IOException {
    byte[] content = "core".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 40; i++) {
      content = tarOf("in.tar", content);
    }
    Scanned scanned = Scans.of("x.tar", content);
    assertThat(Scans.problems(scanned)).containsExactly("limit.nesting");
    assertThat(scanned.nodes()).hasSize(33);
  }

  @Test
  void anArchiveThatContainsItselfIsOpenedOnce() {
    byte[] quine = ZipQuine.bytes();
    Scanned scanned = Scans.of("quine.zip", quine);
    String inside = "quine.zip!/" + ZipQuine.NAME;
    assertThat(Scans.paths(scanned)).containsExactly("quine.zip", inside);
    assertThat(Scans.node(scanned, inside).orElseThrow().sha256())
        .isEqualTo(Scans.node(scanned, "quine.zip").orElseThrow().sha256());
    assertThat(Scans.problems(scanned, inside)).contains("container.contains-itself");
  }

  @Test
  void theSameArchiveAgainIsNotOpenedAgain() throws IOException {
    byte[] inner = tar("f=text");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream writer = new TarArchiveOutputStream(out)) {
      for (String name : List.of("one.tar", "two.tar")) {
        put(writer, name, inner);
      }
    }
    Scanned scanned = Scans.of("x.tar", out.toByteArray());
    assertThat(Scans.paths(scanned))
        .containsExactly("x.tar", "x.tar!/one.tar", "x.tar!/one.tar!/f", "x.tar!/two.tar");
    assertThat(Scans.problems(scanned, "x.tar!/two.tar")).containsExactly("container.repeated");
  }

  @Test
  void whatFollowsAStreamIsAMemberOfItsOwn() throws IOException {
    byte[] stream = gzip("text".getBytes(StandardCharsets.UTF_8));
    byte[] more = "# more\n".getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(stream, stream.length + more.length);
    System.arraycopy(more, 0, both, stream.length, more.length);
    Scanned scanned = Scans.of("x.gz", both);
    assertThat(Scans.problems(scanned, "x.gz")).containsExactly("stream.trailing-data");
    assertThat(Scans.paths(scanned)).containsExactly("x.gz", "x.gz!/[trailing]", "x.gz!/x");
    assertThat(Scans.node(scanned, "x.gz!/[trailing]").orElseThrow().size()).isEqualTo(more.length);
  }

  @Test
  void aHardLinkWithoutItsFileIsReported() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream writer = new TarArchiveOutputStream(out)) {
      TarArchiveEntry link = new TarArchiveEntry("link", TarArchiveEntry.LF_LINK);
      link.setLinkName("/etc/shadow");
      writer.putArchiveEntry(link);
      writer.closeArchiveEntry();
    }
    assertThat(Scans.problems(Scans.of("x.tar", out.toByteArray()), "x.tar!/link"))
        .containsExactly("link.target-missing");
  }

  @Test
  void nothingAndNoiseAreProducts() {
    byte[] noise = new byte[1 << 20];
    new Random(3).nextBytes(noise);
    assertThat(Scans.of("empty", new byte[0]).nodes())
        .singleElement()
        .extracting(Node::type)
        .isEqualTo("application/x-empty");
    assertThat(Scans.of("noise", noise).nodes()).isNotEmpty();
    assertThat(Scans.of(new Source.InMemory("one", Bytes.of(new byte[1])), 1).nodes()).hasSize(1);
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] tarOf(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream writer = new TarArchiveOutputStream(out)) {
      put(writer, name, content);
    }
    return out.toByteArray();
  }

  /** An archive of files given as {@code path=text}. */
  private static byte[] tar(String... files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream writer = new TarArchiveOutputStream(out)) {
      for (String file : files) {
        String[] parts = file.split("=", 2);
        put(
            writer,
            parts[0],
            parts.length < 2 ? new byte[] {'x'} : parts[1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static void put(TarArchiveOutputStream writer, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    writer.putArchiveEntry(entry);
    writer.write(content);
    writer.closeArchiveEntry();
  }

  private static byte[] zipOf(String... names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream writer = new ZipOutputStream(out)) {
      for (String name : names) {
        writer.putNextEntry(new ZipEntry(name));
        writer.write('x');
        writer.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static void replace(byte[] in, String wanted, byte[] with) {
    byte[] bytes = wanted.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i <= in.length - bytes.length; i++) {
      if (Arrays.equals(in, i, i + bytes.length, bytes, 0, bytes.length)) {
        System.arraycopy(with, 0, in, i, with.length);
      }
    }
  }
}
