package dev.assay.formats.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that sfdisk and sgdisk partition, then damaged. */
class DisksTest {
  private static final int SECTOR = 512;

  @TempDir Path directory;

  private FlashTree tree;

  @BeforeEach
  void tree() throws Exception {
    tree = FlashTree.in(directory);
  }

  private byte[] mbr() throws Exception {
    return tree.image(
        "sfdisk",
        "truncate -s 1M image && printf '%s\\n' 'label: dos' 'start=64,size=128,type=c,bootable'"
            + " 'start=256,size=1024,type=f' 'start=1536,size=100,type=83' 'start=320,size=64,type=83'"
            + " 'start=512,size=32,type=82' > table && sfdisk -q image < table");
  }

  private byte[] gpt() throws Exception {
    return tree.image(
        "sgdisk",
        "truncate -s 1M image && sgdisk -a 1 -n 1:64:127 -c 1:boot_a -n 3:200:299 -c 3:häuser"
            + " -n 4:300:310 -c 4:boot_a image");
  }

  private static void put32(byte[] image, int at, int value) {
    ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
  }

  @Test
  void readsPrimaryAndLogicalPartitions() throws Exception {
    byte[] image = mbr();
    Arrays.fill(image, 320 * SECTOR, 384 * SECTOR, (byte) 'l');
    image[2 * SECTOR + 5] = 'u';
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(Mbr.class);
    Listed listed = Listed.of(new Mbr(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths())
        .containsExactly(
            "partition-1", "partition-5", "partition-6", "partition-3", "unpartitioned-0x400");
    assertThat(listed.text("partition-5")).isEqualTo("l".repeat(64 * SECTOR));
    assertThat(listed.bytes("partition-6")).hasSize(32 * SECTOR);
    assertThat(listed.bytes("partition-3")).hasSize(100 * SECTOR);
    Hostile.survives(new Mbr(), image);
  }

  @Test
  void aChainOfLogicalPartitionsThatRunsInACircleEnds() throws Exception {
    byte[] image = mbr();
    int second = 256 * SECTOR + MbrEntry.ENTRIES_AT + 16;
    put32(image, second + 8, 0);
    Listed listed = Listed.of(new Mbr(), Bytes.of(image));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("mbr.cycle");
    assertThat(listed.paths())
        .startsWith("partition-1", "partition-5", "partition-3")
        .doesNotContain("partition-6");
  }

  @Test
  void aPartitionCutShortIsReadAndSaysSo() throws Exception {
    byte[] image = Arrays.copyOf(mbr(), 1600 * SECTOR);
    Listed listed = Listed.of(new Mbr(), Bytes.of(image));
    assertThat(listed.bytes("partition-3")).hasSize(64 * SECTOR);
    assertThat(listed.entry("partition-3").problems())
        .extracting(Problem::code)
        .containsExactly("mbr.truncated");
  }

  @Test
  void aSignatureAloneIsNoDisk() throws Exception {
    byte[] image = new byte[1 << 16];
    image[510] = 0x55;
    image[511] = (byte) 0xAA;
    assertThat(new Mbr().recognises(Bytes.of(image))).isFalse();
    byte[] text = image.clone();
    Arrays.fill(text, 400, 500, (byte) ' ');
    assertThat(new Mbr().recognises(Bytes.of(text))).isFalse();
    byte[] overlapping = mbr();
    put32(overlapping, MbrEntry.ENTRIES_AT + 16 * 2 + 8, 100);
    assertThat(new Mbr().recognises(Bytes.of(overlapping))).isFalse();
    byte[] beyond = mbr();
    put32(beyond, MbrEntry.ENTRIES_AT + 8, 1 << 20);
    assertThat(new Mbr().recognises(Bytes.of(beyond))).isFalse();
  }

  @Test
  void readsPartitionsWithNames() throws Exception {
    byte[] image = gpt();
    Arrays.fill(image, 200 * SECTOR, 300 * SECTOR, (byte) 'h');
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(Gpt.class);
    Listed listed = Listed.of(new Gpt(), Bytes.of(image));
    assertGpt(listed);
    assertThat(listed.paths()).hasSize(3);
    Hostile.survives(new Gpt(), image);
  }

  private static void assertGpt(Listed listed, String... problems) {
    assertThat(listed.problems).extracting(Problem::code).containsExactly(problems);
    assertThat(listed.paths()).startsWith("boot_a", "häuser", "boot_a-4");
    assertThat(listed.bytes("boot_a")).hasSize(64 * SECTOR);
    assertThat(listed.text("häuser")).isEqualTo("h".repeat(100 * SECTOR));
    assertThat(listed.bytes("boot_a-4")).hasSize(11 * SECTOR);
  }

  @Test
  void aDamagedPrimaryGivesWayToTheBackup() throws Exception {
    byte[] image = gpt();
    Arrays.fill(image, 200 * SECTOR, 300 * SECTOR, (byte) 'h');
    byte[] header = image.clone();
    header[SECTOR + 40] ^= 1;
    assertGpt(Listed.of(new Gpt(), Bytes.of(header)), "gpt.header-crc");
    byte[] entries = image.clone();
    Arrays.fill(entries, 2 * SECTOR, 3 * SECTOR, (byte) 0);
    assertGpt(Listed.of(new Gpt(), Bytes.of(entries)), "gpt.entries-crc");
    byte[] gone = image.clone();
    Arrays.fill(gone, SECTOR, 2 * SECTOR, (byte) 0);
    assertThat(Formats.of(Bytes.of(gone)).orElseThrow()).isInstanceOf(Gpt.class);
    Listed backup = Listed.of(new Gpt(), Bytes.of(gone));
    assertGpt(backup, "gpt.header");
    assertThat(backup.paths()).hasSize(3);
    gone[2 * SECTOR + 60] ^= 1;
    assertThat(Listed.of(new Gpt(), Bytes.of(gone)).paths()).endsWith("unpartitioned-0x400");
  }

  @Test
  void theBackupOfADiskThatGrewIsWhereThePrimarySays() throws Exception {
    byte[] image = gpt();
    Arrays.fill(image, 200 * SECTOR, 300 * SECTOR, (byte) 'h');
    byte[] grown = Arrays.copyOf(image, image.length + 100 * SECTOR);
    assertGpt(Listed.of(new Gpt(), Bytes.of(grown)));
    byte[] without = grown.clone();
    Arrays.fill(without, image.length - SECTOR, image.length, (byte) 0);
    assertGpt(Listed.of(new Gpt(), Bytes.of(without)), "gpt.backup");
    Arrays.fill(grown, SECTOR + 40, SECTOR + 41, (byte) 1);
    assertThat(Listed.of(new Gpt(), Bytes.of(grown)).problems)
        .extracting(Problem::code)
        .startsWith("gpt.header-crc");
  }

  /** The layout of {@link #gpt} with eight times the sector. */
  private byte[] largeSectors() throws Exception {
    byte[] small = gpt();
    int sectors = small.length / SECTOR;
    byte[] large = new byte[8 * small.length];
    System.arraycopy(small, 0, large, 0, SECTOR);
    for (int header : new int[] {1, sectors - 1}) {
      int entries = header == 1 ? 2 : header - 4;
      System.arraycopy(small, header * SECTOR, large, header * 8 * SECTOR, SECTOR);
      System.arraycopy(small, 2 * SECTOR, large, entries * 8 * SECTOR, 32 * SECTOR);
      int at = header * 8 * SECTOR;
      put32(large, at + 72, entries);
      put32(large, at + 16, 0);
      CRC32 crc = new CRC32();
      crc.update(large, at, 92);
      put32(large, at + 16, (int) crc.getValue());
    }
    return large;
  }

  @Test
  void sectorsOf4096BytesCountAsThose() throws Exception {
    byte[] image = largeSectors();
    Arrays.fill(image, 200 * 4096, 300 * 4096, (byte) 'h');
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(Gpt.class);
    Listed listed = Listed.of(new Gpt(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("boot_a", "häuser", "boot_a-4");
    assertThat(listed.text("häuser")).isEqualTo("h".repeat(100 * 4096));
    Arrays.fill(image, 4096, 8192, (byte) 0);
    assertThat(Listed.of(new Gpt(), Bytes.of(image)).paths())
        .containsExactly("boot_a", "häuser", "boot_a-4");
  }

  @Test
  void entriesForTheSameSectorsAreListedOnce() throws Exception {
    byte[] image = gpt();
    for (int i = 1; i < 128; i++) {
      System.arraycopy(image, 2 * SECTOR, image, 2 * SECTOR + 128 * i, 128);
    }
    Arrays.fill(image, image.length - SECTOR, image.length, (byte) 0);
    Listed listed = Listed.of(new Gpt(), Bytes.of(image));
    assertThat(listed.paths()).contains("boot_a").doesNotContain("boot_a-2");
    assertThat(listed.problems)
        .extracting(Problem::code)
        .contains("gpt.entries-crc", "gpt.overlap");
  }

  @Test
  void isFoundInsideABlobOnlyWhereItsChecksumsMatch() throws Exception {
    byte[] image = gpt();
    byte[] blob = new byte[image.length + 8192];
    System.arraycopy(image, 0, blob, 4096, image.length);
    assertThat(new Gpt().extent(Bytes.of(blob), 4096)).hasValue(image.length);
    blob[4096 + SECTOR + 40] ^= 1;
    assertThat(new Gpt().extent(Bytes.of(blob), 4096)).isEmpty();
  }
}
