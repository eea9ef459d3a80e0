package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No byte of an image differs unnoticed, and none that is free to say anything passes as layout.
 */
class FlippedBytesTest {
  private static final String EXT =
      "mkfs.ext4 -q -b 1024 -g 256 -N 32 -O ^has_journal,resize_inode -E resize=100000 -d tree image 400";

  /** Descriptors of sixteen groups each in a block of their own, in the first of these groups. */
  private static final String META_BG =
      "mkfs.ext4 -q -b 1024 -g 256 -N 160 -O ^has_journal,^resize_inode,meta_bg -d tree image 5000";

  @TempDir Path dir;

  @BeforeEach
  void tree() throws Exception {
    Files.createDirectories(dir.resolve("tree/etc/more"));
    Files.writeString(dir.resolve("tree/etc/motd"), "a text\n");
    Files.writeString(dir.resolve("tree/etc/large"), "another text ".repeat(400));
    Files.createSymbolicLink(dir.resolve("tree/link"), Path.of("etc/motd"));
  }

  private byte[] image(String command) throws Exception {
    Tool.needs(command.split(" ")[0]);
    Tool.run(dir, "sh", "-c", command);
    return Files.readAllBytes(dir.resolve("image"));
  }

  /** The block of `large` stretched over what follows it, which its decompressor does not need. */
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "lzma", "xz", "lzo", "lz4", "zstd"})
  void whatLiesBehindAStreamOfSquashFsIsNoLayout(String compressor) throws Exception {
    byte[] plain =
        image(
            "mksquashfs tree image -noappend -quiet -no-progress -no-fragments -noI -comp "
                + compressor);
    ByteBuffer fields = ByteBuffer.wrap(plain.clone()).order(ByteOrder.LITTLE_ENDIAN);
    int inode = (int) fields.getLong(64) + 2;
    while (fields.getShort(inode) != 2 || fields.getInt(inode + 28) != 13 * 400) {
      inode++;
    }
    int stored = fields.getInt(inode + 32);
    assertThat(stored).as("compressed").isLessThan(1000);
    fields.putInt(inode + 32, stored + 4);
    Compared found = Compared.bytes(plain, fields.array()).isDifferent();
    // The decompressors of LZO and LZ4 refuse the block themselves.
    if (!compressor.startsWith("lz") || compressor.equals("lzma")) {
      assertThat(found.aspects()).contains("squashfs metadata of no file");
    }
  }

  private static byte[] flipped(byte[] image, int at) {
    byte[] other = image.clone();
    other[at] ^= 0x5A;
    return other;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        EXT,
        META_BG,
        "mksquashfs tree image -noappend -quiet -no-progress",
        "mksquashfs tree image -noappend -quiet -no-progress -noI -noD -noF -noX -noId"
      })
  void anyByteIsNoticed(String command) throws Exception {
    byte[] plain = image(command);
    // Steps that are prime come by every field of structures whose sizes are powers of two.
    int step = Math.max(1, plain.length / 2000) | 1;
    for (int at = 0; at < plain.length; at += step) {
      Comparison found = Compared.bytes(plain, flipped(plain, at)).comparison();
      assertThat(found.verdict() == Verdict.DIFFERENT || !found.exceptions().isEmpty())
          .as("byte %#x: %s", at, found)
          .isTrue();
    }
  }

  @Test
  void whatIsFreeInStructuresOfExtIsNoLayout() throws Exception {
    byte[] plain = image(EXT);
    ByteBuffer fields = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    int descriptors = 2048;
    int size = Math.max(32, fields.getShort(1024 + 254));
    int blocks = fields.getInt(descriptors) * 1024;
    int inodes = fields.getInt(descriptors + 8) * 1024;
    int copy = (1 + fields.getInt(1024 + 32)) * 1024;
    int root = inodes + 256;
    int listing = fields.getInt(root + 40 + 12 + 8) * 1024;
    Map<String, Integer> places = new TreeMap<>();
    places.put("superblock: mount options", 1024 + 0x200);
    places.put("superblock: reserved", 1024 + 0x300);
    places.put("superblock: behind the path of the last mount", 1024 + 0x90);
    places.put("descriptor: bitmap of snapshots", descriptors + 0x14);
    places.put("behind the descriptors", descriptors + 2 * size + 5);
    places.put("block for more descriptors", descriptors + 1024 + 100);
    places.put("bitmap: behind the group", blocks + 1000);
    places.put("copy of the superblock: reserved", copy + 0x300);
    places.put("copy of the superblock: errors", copy + 0x1A8);
    places.put("copy of the descriptors: inode table", copy + 1024 + 8);
    places.put("copy of a block for more descriptors", copy + 2 * 1024 + 7);
    places.put("reserved inode: size", inodes + 2 * 256 + 4);
    places.put("reserved inode: map", inodes + 2 * 256 + 44);
    places.put("inode: links", root + 0x1A);
    places.put("inode: blocks", root + 0x1C);
    places.put("inode: blocks, high", root + 0x74);
    places.put("reserved inode: links", inodes + 2 * 256 + 0x1A);
    places.put("inode: flags", root + 0x20);
    places.put("inode: old fragment address", root + 0x70);
    places.put("inode: project", root + 0x9C);
    places.put("inode: behind its fields", root + 0xD0);
    places.put("extents: behind the last", root + 40 + 30);
    places.put("directory: behind the last name", listing + 900);
    places.put("directory: type of an entry", listing + 7);
    for (Map.Entry<String, Integer> place : places.entrySet()) {
      Compared found = Compared.bytes(plain, flipped(plain, place.getValue()));
      assertThat(found.comparison().verdict())
          .as(place + ": " + found.comparison().findings())
          .isEqualTo(Verdict.DIFFERENT);
    }
  }

  @Test
  void whatIsFreeInMetaGroupsOfExtIsNoLayout() throws Exception {
    byte[] plain = image(META_BG);
    int group = 256 * 1024;
    int first = 1024;
    // Group 1 begins with a copy of the superblock, groups 15 and 17 have none.
    Map<String, Integer> places = new TreeMap<>();
    places.put("copy of the descriptors: inode table", first + group + 1024 + 8);
    places.put("second copy of the descriptors: inode table", first + 15 * group + 8);
    places.put("behind the descriptors of the last meta group", first + 16 * group + 1000);
    places.put("behind their copy", first + 17 * group + 1000);
    places.put("copy of the superblock: reserved", first + group + 0x300);
    places.put("a block that has no descriptors", first + 4 * group + 100);
    for (Map.Entry<String, Integer> place : places.entrySet()) {
      Compared found = Compared.bytes(plain, flipped(plain, place.getValue()));
      assertThat(found.comparison().verdict())
          .as(place + ": " + found.comparison().findings())
          .isEqualTo(Verdict.DIFFERENT);
    }
  }

  @Test
  void whatIsFreeInTablesOfSquashFsIsNoLayout() throws Exception {
    byte[] plain =
        image("mksquashfs tree image -noappend -quiet -no-progress -noI -noD -noF -noX -noId");
    ByteBuffer fields = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
    int inodes = (int) fields.getLong(64) + 2;
    int listings = (int) fields.getLong(72) + 2;
    int fragments = (int) fields.getLong((int) fields.getLong(80)) + 2;
    Map<String, Integer> places = new TreeMap<>();
    places.put("inode: number", inodes + 12);
    places.put("inode: start of no blocks", inodes + 16);
    places.put("listing: number of the first inode", listings + 8);
    places.put("listing: type of an entry", listings + 12 + 4);
    places.put("fragment: spare", fragments + 12);
    places.put("export table", (int) fields.getLong((int) fields.getLong(88)) + 2);
    for (Map.Entry<String, Integer> place : places.entrySet()) {
      Compared found = Compared.bytes(plain, flipped(plain, place.getValue()));
      assertThat(found.comparison().verdict())
          .as(place + ": " + found.comparison().findings())
          .isEqualTo(Verdict.DIFFERENT);
    }
  }
}
