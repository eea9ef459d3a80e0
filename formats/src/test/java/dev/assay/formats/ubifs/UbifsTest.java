package dev.assay.formats.ubifs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.EntryType;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UbifsTest {
  @TempDir Path directory;

  private FlashTree tree;

  @BeforeEach
  void tree() throws IOException {
    tree = FlashTree.in(directory);
  }

  private byte[] image(String options) throws Exception {
    return tree.image("mkfs.ubifs", "mkfs.ubifs " + options + " -c 100 -r tree -o image");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-m 2048 -e 126976 -x lzo",
        "-m 2048 -e 126976 -x zlib",
        "-m 4096 -e 253952 -x zstd",
        "-m 1 -e 65408 -x none",
        "-m 512 -e 15872 -x favor_lzo -f 128",
        "-m 2048 -e 129024 -k test -F"
      })
  void readsWhatTheWriterWrites(String options) throws Exception {
    byte[] image = image(options);
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(Ubifs.class);
    Listed listed = Listed.of(new Ubifs(), Bytes.of(image));
    FlashTree.assertHolds(listed);
    assertThat(listed.entry("bin/text").attributes().mode()).isEqualTo(04755);
    assertThat(listed.entry("bin/same").content()).isEqualTo(listed.entry("bin/text").content());
  }

  @Test
  void readsDevicesAndOwners() throws Exception {
    byte[] image =
        tree.image(
            "mkfs.ubifs",
            "mknod tree/console c 5 1 && mknod tree/big b 259 70000 && mkfifo tree/pipe"
                + " && chown 17:18 tree/etc/passwd"
                + " && mkfs.ubifs -m 2048 -e 126976 -c 100 -r tree -o image");
    Listed listed = Listed.of(new Ubifs(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entry("console").attributes().device()).isEqualTo(5L << 32 | 1);
    assertThat(listed.entry("big").attributes().device()).isEqualTo(259L << 32 | 70000);
    assertThat(listed.entry("pipe").entryType()).isEqualTo(EntryType.FIFO);
    assertThat(listed.entry("etc/passwd").attributes().uid()).isEqualTo(17);
  }

  @Test
  void readsAManyFilesThroughADeepIndex() throws Exception {
    Path many = Files.createDirectories(directory.resolve("tree/many"));
    for (int i = 0; i < 3000; i++) {
      Files.writeString(many.resolve("file-" + i), "content " + i);
    }
    Listed listed = Listed.of(new Ubifs(), Bytes.of(image("-m 2048 -e 126976")));
    FlashTree.assertHolds(listed);
    assertThat(listed.text("many/file-2999")).isEqualTo("content 2999");
    assertThat(listed.paths()).filteredOn(path -> path.startsWith("many/")).hasSize(3000);
  }

  @Test
  void theJournalChangesWhatTheIndexSays() throws Exception {
    byte[] image = image("-m 2048 -e 126976 -x none");
    Listed before = Listed.of(new Ubifs(), Bytes.of(image));
    ForgedJournal journal = new ForgedJournal(image);
    int bin = journal.inodeOf("bin");
    int etc = journal.inodeOf("etc");
    int zeros = journal.inodeOf("zeros");
    journal.name(bin, "same", 0);
    journal.name(etc, "hostname", 9000);
    journal.inode(9000, 0100600, 1, 5);
    journal.data(9000, 0, "hello");
    journal.data(9000, 0, "HELLO");
    journal.cut(zeros, 50_000, 5000);
    journal.inode(zeros, 0100644, 1, 50_000);
    byte[] written = journal.toBytes();
    Listed after = Listed.of(new Ubifs(), Bytes.of(written));
    assertThat(after.problems).isEmpty();
    assertThat(before.paths()).contains("bin/same");
    assertThat(after.paths()).doesNotContain("bin/same").contains("bin/text");
    assertThat(after.text("etc/hostname")).isEqualTo("HELLO");
    assertThat(after.entry("etc/hostname").attributes().mode()).isEqualTo(0600);
    assertThat(after.bytes("bin/zeros")).isEqualTo(new byte[50_000]);
  }

  @Test
  void attributesAreInodesOfTheirOwn() throws Exception {
    byte[] image = image("-m 2048 -e 126976");
    ForgedJournal journal = new ForgedJournal(image);
    byte[] capability = {1, 0, 0, 2, 0, 4, 0, 0};
    journal.attribute(journal.inodeOf("noise"), "security.capability", 9001, capability);
    journal.attribute(journal.inodeOf("noise"), "user.gone", 9002, capability);
    journal.attribute(journal.inodeOf("noise"), "user.gone", 0, new byte[0]);
    Listed listed = Listed.of(new Ubifs(), Bytes.of(journal.toBytes()));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.entry("bin/noise").attributes().xattrs())
        .containsOnlyKeys("security.capability")
        .containsEntry("security.capability", capability);
  }

  @Test
  void anInodeWithoutLinksIsGone() throws Exception {
    byte[] image = image("-m 2048 -e 126976");
    ForgedJournal journal = new ForgedJournal(image);
    journal.name(journal.inodeOf("bin"), "noise", 0);
    journal.inode(journal.inodeOf("noise"), 0100644, 0, 0);
    Listed listed = Listed.of(new Ubifs(), Bytes.of(journal.toBytes()));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).doesNotContain("bin/noise").contains("bin/text");
  }

  @Test
  void withoutMasterAllNodesAreReadAndItIsSaid() throws Exception {
    byte[] image = image("-m 2048 -e 126976");
    Arrays.fill(image, 126976, 3 * 126976, (byte) 0xFF);
    Listed listed = Listed.of(new Ubifs(), Bytes.of(image));
    assertThat(listed.problems).extracting(Problem::code).containsExactly("ubifs.index");
    assertThat(listed.bytes("bin/noise")).isEqualTo(FlashTree.NOISE);
    assertThat(listed.bytes("bin/text")).isEqualTo(FlashTree.TEXT);
  }

  @Test
  void aDamagedBlockEndsItsFileAndIsReported() throws Exception {
    byte[] image = image("-m 2048 -e 126976 -x none");
    String text = new String(image, StandardCharsets.ISO_8859_1);
    image[text.indexOf("line 1000 of the text")] = 'L';
    Listed listed = Listed.of(new Ubifs(), Bytes.of(image));
    assertThat(listed.problems).isEmpty();
    assertThatThrownBy(() -> listed.bytes("bin/text"))
        .isInstanceOfSatisfying(
            Content.Partial.class,
            partial -> {
              assertThat(partial.malformed().problem().code()).isEqualTo("ubifs.node-crc");
              assertThat(partial.start().size()).isPositive();
            });
  }

  @Test
  void anIndexThatLeadsBackToItselfEnds() throws Exception {
    byte[] image = image("-m 2048 -e 126976");
    ByteBuffer buffer = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    int root = buffer.getInt(126976 + 48) * 126976 + buffer.getInt(126976 + 52);
    for (int branch = 0; branch < buffer.getShort(root + 24); branch++) {
      buffer.putInt(root + 28 + branch * 20, buffer.getInt(126976 + 48));
      buffer.putInt(root + 32 + branch * 20, buffer.getInt(126976 + 52));
    }
    ForgedJournal.putCrc(image, root);
    Listed listed = Listed.of(new Ubifs(), Bytes.of(image));
    assertThat(listed.problems).extracting(Problem::code).contains("ubifs.index");
    assertThat(listed.bytes("bin/text")).isEqualTo(FlashTree.TEXT);
  }

  @Test
  void isFoundInTheMiddleOfABlob() throws Exception {
    byte[] image = image("-m 2048 -e 126976");
    byte[] blob = new byte[image.length + 40_000];
    System.arraycopy(image, 0, blob, 8192, image.length);
    Listed parts = Listed.of(Formats.carving(), Bytes.of(blob));
    assertThat(parts.paths()).contains("0x00002000.linux.ubifs");
    FlashTree.assertHolds(Listed.of(new Ubifs(), Bytes.of(parts.bytes("0x00002000.linux.ubifs"))));
  }

  @Test
  void survivesDamage() throws Exception {
    Hostile.survives(new Ubifs(), image("-m 512 -e 15872 -x zlib"));
  }
}
