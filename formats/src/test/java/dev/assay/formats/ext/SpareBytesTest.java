package dev.assay.formats.ext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Listed;
import dev.assay.formats.Malformed;
import dev.assay.formats.Tool;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inodes that real writers make say nothing of their own. */
class SpareBytesTest {
  private static final int SIZE = 0x04;
  private static final int SIZE_HIGH = 0x6C;
  private static final int LINKS = 0x1A;
  private static final int MAP = 0x28;

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mkfs.ext2 -q -b 1024 -d tree image 8M",
        "mkfs.ext2 -q -b 4096 -d tree image 8M",
        "mkfs.ext3 -q -b 1024 -d tree image 16M",
        "mkfs.ext4 -q -d tree image 16M",
        "mkfs.ext4 -q -O inline_data -I 256 -d tree image 16M",
        "mkfs.ext4 -q -b 1024 -g 256 -O ^resize_inode,meta_bg -d tree image 16M"
      })
  void linksAndRoomOfInodesAreAsTheirNamesAndBlocks(String command) throws Exception {
    Files.createDirectories(dir.resolve("tree/etc/small"));
    Files.createDirectories(dir.resolve("tree/many"));
    Files.writeString(dir.resolve("tree/etc/small/motd"), "a text\n");
    Files.writeString(dir.resolve("tree/etc/large"), "another text ".repeat(60_000));
    Files.createLink(dir.resolve("tree/etc/linked"), dir.resolve("tree/etc/large"));
    Files.createSymbolicLink(dir.resolve("tree/short"), Path.of("etc/motd"));
    Files.createSymbolicLink(dir.resolve("tree/long"), Path.of("x".repeat(200)));
    for (int i = 0; i < 300; i++) {
      Files.writeString(dir.resolve("tree/many/" + "file".repeat(5) + i), "" + i);
    }
    Tool.run(dir, "sh", "-c", command);
    Bytes image = Bytes.of(Files.readAllBytes(dir.resolve("image")));
    assertThat(inodes(image)).isEmpty();
    byte[] linked = image.toArray(1 << 25);
    long place = ExtInode.place(image, ExtSuperblock.at(image).orElseThrow(), ExtWalk.ROOT);
    linked[(int) place + LINKS]++;
    assertThat(inodes(Bytes.of(linked))).containsExactly(place);
    assertThat(InodeTimes.of(image)).hasSizeGreaterThan(300);
  }

  /** Found by fuzzing. */
  @Test
  void aFileInItsInodeIsOfNoNegativeSize() throws Exception {
    Files.createDirectories(dir.resolve("tree"));
    Files.writeString(dir.resolve("tree/motd"), "a text\n");
    Tool.run(dir, "sh", "-c", "mkfs.ext4 -q -O inline_data -I 256 -d tree image 16M");
    Bytes image = Bytes.of(Files.readAllBytes(dir.resolve("image")));
    ExtSuperblock superblock = ExtSuperblock.at(image).orElseThrow();
    ByteBuffer bytes = ByteBuffer.wrap(image.toArray(1 << 25)).order(ByteOrder.LITTLE_ENDIAN);
    WrittenInodes.each(
        image,
        superblock,
        inode -> {
          if (inode.isInline() && !inode.isDirectory()) {
            int place = (int) ExtInode.place(image, superblock, inode.number());
            bytes.putInt(place + SIZE_HIGH, 0x8000_0000);
          }
        });
    Listed listed = Listed.of(new Ext(), Bytes.of(bytes.array()));
    assertThatThrownBy(() -> listed.bytes("motd"))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("negative size");
  }

  @Test
  void directoriesThatShowTheSameBlocksOverAndOverAreRefused() throws Exception {
    for (int i = 0; i < 40; i++) {
      Files.createDirectories(dir.resolve("tree/d" + i));
    }
    Tool.run(dir, "sh", "-c", "mkfs.ext2 -q -b 1024 -N 64 -d tree image 400");
    Bytes image = Bytes.of(Files.readAllBytes(dir.resolve("image")));
    ExtSuperblock superblock = ExtSuperblock.at(image).orElseThrow();
    ByteBuffer bytes = ByteBuffer.wrap(image.toArray(1 << 20)).order(ByteOrder.LITTLE_ENDIAN);
    WrittenInodes.each(
        image,
        superblock,
        inode -> {
          if (inode.links() > 0 && inode.isDirectory()) {
            int place = (int) ExtInode.place(image, superblock, inode.number());
            bytes.putInt(place + SIZE, 12 * 1024);
            for (int pointer = 1; pointer < 12; pointer++) {
              bytes.putInt(place + MAP + 4 * pointer, bytes.getInt(place + MAP));
            }
          }
        });
    assertThatThrownBy(() -> inodes(Bytes.of(bytes.array())))
        .isInstanceOfSatisfying(
            Malformed.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("limit.overlap"));
  }

  /** Inodes in which something is left, by their places. */
  private static List<Long> inodes(Bytes image) {
    int size = ExtSuperblock.at(image).orElseThrow().inodeSize();
    List<Long> found = new ArrayList<>();
    SpareBytes.of(
        image,
        (start, run) -> {
          if (run.size() == size) {
            found.add(start);
          }
        });
    return found;
  }
}
