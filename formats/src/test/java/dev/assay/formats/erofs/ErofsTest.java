package dev.assay.formats.erofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.EntryType;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErofsTest {
  @TempDir Path directory;

  private FlashTree tree;

  @BeforeEach
  void tree() throws IOException {
    tree = FlashTree.in(directory);
  }

  private byte[] image(String options) throws Exception {
    return tree.image("mkfs.erofs", "mkfs.erofs " + options + " image tree");
  }

  private static void assertHolds(byte[] image) {
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(Erofs.class);
    Listed listed = Listed.of(new Erofs(), Bytes.of(image));
    FlashTree.assertHolds(listed);
    assertThat(listed.entry("bin/text").attributes().mode()).isEqualTo(04755);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-Eforce-inode-compact",
        "-Eforce-inode-extended,noinline_data",
        "--chunksize=4096",
        "--chunksize=65536 -Eforce-inode-blockmap",
        "--chunksize=16384 -Eforce-chunk-indexes",
        "-zlz4",
        "-zlz4 -Elegacy-compress",
        "-zlz4hc,9 -C65536",
        "-zlz4hc -C16384 -Eztailpacking",
        "-zlz4 -Eztailpacking,force-inode-extended",
        "-zlz4 -C65536 -Elegacy-compress",
        "-zlz4 --max-extent-bytes=5000"
      })
  void readsWhatTheWriterWrites(String options) throws Exception {
    assertHolds(image(options));
  }

  /** What only later versions of the writer do; each is skipped where it does not know the word. */
  @ParameterizedTest
  @CsvSource({
    "lzma, -zlzma",
    "lzma, -zlzma -C131072 -Eztailpacking",
    "deflate, -zdeflate -C32768",
    "deflate, '-zdeflate,level=9 -Elegacy-compress'",
    "zstd, -zzstd -C65536",
    "zstd, '-zzstd -C131072 -Efragments,dedupe,ztailpacking'",
    "zstd, -zlz4hc -C16384 -Eall-fragments",
    "zstd, '-zlz4hc -C65536 -Efragments,dedupe'",
    "zstd, '-zlzma -Efragments,dedupe'",
    "zstd, '-zlz4 -b1024 -Efragments'",
    "zstd, -b512 -zlz4",
    "zstd, -b2048",
    "zstd, -zlz4:zstd -C65536",
  })
  void readsWhatLaterWritersWrite(String word, String options) throws Exception {
    tree.image("mkfs.erofs", "mkfs.erofs --help > image 2>&1");
    String help = Files.readString(directory.resolve("image"));
    Files.delete(directory.resolve("image"));
    assumeTrue(help.contains(word), "mkfs.erofs knows " + word);
    assertHolds(image(options));
  }

  @Test
  void readsDevicesOwnersAndAttributes() throws Exception {
    for (String name : new String[] {"bin/text", "bin/noise", "bin/zeros", "etc/passwd"}) {
      UserDefinedFileAttributeView view =
          Files.getFileAttributeView(
              directory.resolve("tree").resolve(name), UserDefinedFileAttributeView.class);
      try {
        view.write("shared", StandardCharsets.UTF_8.encode("the same"));
        view.write("own", StandardCharsets.UTF_8.encode(name));
      } catch (IOException unsupported) {
        assumeTrue(false, "the host keeps extended attributes");
      }
    }
    byte[] image =
        tree.image(
            "mkfs.erofs",
            "mknod tree/console c 5 1 && mknod tree/big b 259 70000 && mkfifo tree/pipe"
                + " && chown 70000:18 tree/etc/passwd && mkfs.erofs -zlz4 image tree");
    Listed listed = Listed.of(new Erofs(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entry("console").attributes().device()).isEqualTo(5L << 32 | 1);
    assertThat(listed.entry("big").attributes().device()).isEqualTo(259L << 32 | 70000);
    assertThat(listed.entry("pipe").entryType()).isEqualTo(EntryType.FIFO);
    assertThat(listed.entry("etc/passwd").attributes().uid()).isEqualTo(70000);
    assertThat(listed.entry("etc/passwd").attributes().xattrs())
        .containsEntry("user.own", "etc/passwd".getBytes(StandardCharsets.UTF_8))
        .containsEntry("user.shared", "the same".getBytes(StandardCharsets.UTF_8));
    assertThat(listed.bytes("bin/text")).isEqualTo(FlashTree.TEXT);
  }

  @Test
  void readsADirectoryOfManyBlocks() throws Exception {
    Path many = Files.createDirectories(directory.resolve("tree/many"));
    for (int i = 0; i < 2000; i++) {
      Files.writeString(many.resolve("a-file-with-a-longer-name-" + i), "content " + i);
    }
    Listed listed = Listed.of(new Erofs(), Bytes.of(image("-zlz4")));
    FlashTree.assertHolds(listed);
    assertThat(listed.text("many/a-file-with-a-longer-name-1999")).isEqualTo("content 1999");
    assertThat(listed.paths()).filteredOn(path -> path.startsWith("many/")).hasSize(2000);
  }

  @Test
  void aFileThatIsNotCompressedIsAWindowOnTheImage() throws Exception {
    Listed listed = Listed.of(new Erofs(), Bytes.of(image("")));
    Content noise = listed.entry("bin/noise").content().orElseThrow();
    Bytes opened =
        noise.open(
            (compressed, expected) -> {
              throw new AssertionError("needs no memory");
            });
    assertThat(opened.toArray(1 << 20)).isEqualTo(FlashTree.NOISE);
  }

  @Test
  void contentOnAnotherDeviceIsReported() throws Exception {
    byte[] image =
        tree.image(
            "mkfs.erofs", ": > blob && mkfs.erofs --chunksize=4096 --blobdev=blob image tree");
    Listed listed = Listed.of(new Erofs(), Bytes.of(image));
    assertThat(listed.entry("bin/noise").problems())
        .extracting(Problem::code)
        .containsExactly("erofs.device");
  }

  @Test
  void aDamagedExtentEndsItsFileAndIsReported() throws Exception {
    byte[] image = image("-zlz4 -Elegacy-compress,force-inode-extended");
    ByteBuffer fields = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    int header = 0;
    for (int at = 1152; at < image.length - 96; at += 32) {
      if (fields.getShort(at + 4) == (short) 0104755) {
        header = at + 64;
      }
    }
    // The first extent of the file leads outside the image.
    fields.putInt(header + 16 + 4, 0x7FFFFFF);
    Listed listed = Listed.of(new Erofs(), Bytes.of(image));
    assertThatThrownBy(() -> listed.bytes("bin/text"))
        .isInstanceOfAny(Content.Partial.class, Malformed.class);
    assertThat(listed.bytes("bin/noise")).isEqualTo(FlashTree.NOISE);
  }

  @Test
  void aWrongChecksumIsReportedAndTheImageRead() throws Exception {
    byte[] image = image("");
    image[1024 + 48] ^= 1;
    Listed listed = Listed.of(new Erofs(), Bytes.of(image));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("erofs.checksum");
    assertThat(listed.text("etc/passwd")).startsWith("root:");
  }

  @Test
  void aTruncatedImageGivesWhatIsThere() throws Exception {
    byte[] image = image("");
    Listed listed = Listed.of(new Erofs(), Bytes.of(Arrays.copyOf(image, image.length - 4096)));
    assertThat(listed.problems).extracting(Problem::code).contains("erofs.truncated");
    assertThat(listed.paths()).contains("etc/passwd");
  }

  @Test
  void whatIsReadForExtentsThatShareTheirBytesIsCountedAndBounded() {
    int blocks = 1000;
    Bytes image = sharing(blocks, 8).toBytes();
    CountingMemory counted = new CountingMemory();
    Content few = Listed.of(new Erofs(), image).entry("a").content().orElseThrow();
    assertThat(few.open(counted).size()).isEqualTo(8 * 1024);
    assertThat(counted.bytes).isEqualTo(8L * (blocks * 512 - 1024));

    Bytes worse = sharing(blocks, 2000).toBytes();
    CountingMemory bounded = new CountingMemory();
    Content many = Listed.of(new Erofs(), worse).entry("a").content().orElseThrow();
    assertThatThrownBy(() -> many.open(bounded))
        .isInstanceOfSatisfying(
            Content.Partial.class,
            partial -> assertThat(partial.malformed().problem().code()).isEqualTo("erofs.overlap"));
    assertThat(bounded.bytes).isLessThanOrEqualTo(64 * many.size() + (16 << 20));
  }

  /**
   * A file of extents of 1 KiB, each of which is the start of the same blocks, 512 bytes each, that
   * are stored as they are.
   */
  private static Forged sharing(int blocks, int extents) {
    Forged image = Forged.little().fillTo(0, 1024).bytes(ErofsSuperblock.MAGIC).fillTo(0, 1036);
    image.u8(9).fillTo(0, 1060).u32(4 + blocks + extents / 16).u32(4).fillTo(0, 2048);
    image.u16(ErofsInode.INLINE << 1, 0, 040755, 1).u32(40).fillTo(0, 2080);
    image.u64(0).u16(36, 2).u64(0).u16(37, 2).u64(3).u16(39, 1).text("...a").fillTo(0, 2144);
    image.u16(ErofsInode.FULL_INDEX << 1, 0, 0100644, 1).u32(extents * 1024L).fillTo(0, 2180);
    image.u16(2).fillTo(0, 2192);
    for (int i = 0; i < extents; i++) {
      image.u16(ClusterMap.STORED, 0).u32(4);
      image.u16(ClusterMap.NO_START, 0, ClusterMap.IS_COUNT | blocks, 1);
    }
    return image.fillTo(0, Math.max(image.size(), 2048 + blocks * 512));
  }

  private static final class CountingMemory implements Memory {
    private final Memory heap = new HeapMemory();
    private long bytes;

    @Override
    public Sink sink(long compressedSize, long expectedSize) {
      return heap.sink(compressedSize, expectedSize);
    }

    @Override
    public void count(long storedSize, long more) {
      bytes += more;
    }
  }

  @Test
  void isFoundInTheMiddleOfABlob() throws Exception {
    byte[] image = image("-zlz4");
    byte[] blob = new byte[image.length + 40_000];
    System.arraycopy(image, 0, blob, 8192, image.length);
    Listed parts = Listed.of(Formats.carving(), Bytes.of(blob));
    assertThat(parts.paths()).containsExactly("0x00002000.linux.erofs");
    assertHolds(parts.bytes("0x00002000.linux.erofs"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-zlz4 -C16384 -Eztailpacking", "-zlz4 -Elegacy-compress", "--chunksize=4096"})
  void survivesDamage(String options) throws Exception {
    Hostile.survives(new Erofs(), image(options));
  }
}
