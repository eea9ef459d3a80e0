package dev.assay.formats.androidsparse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.model.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AndroidSparseTest {
  private static final int BLOCK = 16;

  @TempDir Path directory;

  /** A header and chunks, each of type, blocks and what stands behind its header. */
  private static byte[] image(int blocks, Chunk... chunks) {
    ByteBuffer image = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    image.put(SparseHeader.MAGIC).putShort((short) 1).putShort((short) 0);
    image.putShort((short) 28).putShort((short) 12).putInt(BLOCK).putInt(blocks);
    image.putInt(chunks.length).putInt(0);
    for (Chunk chunk : chunks) {
      image.putShort((short) chunk.type()).putShort((short) 0).putInt(chunk.blocks());
      image.putInt(12 + chunk.data().length).put(chunk.data());
    }
    return Arrays.copyOf(image.array(), image.position());
  }

  private record Chunk(int type, int blocks, byte... data) {}

  private static Chunk crc(byte[] of) {
    CRC32 crc = new CRC32();
    crc.update(of);
    byte[] value =
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) crc.getValue()).array();
    return new Chunk(0xCAC4, 0, value);
  }

  private static final byte[] RAW = "sixteen bytes...".getBytes(StandardCharsets.US_ASCII);

  private static Encoding.Decoded decode(byte[] image) {
    return new AndroidSparse().decode(Bytes.of(image), new HeapMemory());
  }

  @Test
  void expandsWhatTheWriterWrites() throws Exception {
    byte[] image =
        FlashTree.in(directory)
            .image(
                "img2simg",
                "(cat tree/bin/noise; head -c 65536 /dev/zero; head -c 8192 /dev/zero | tr '\\0' x)"
                    + " > raw && truncate -s 512K raw && img2simg raw image");
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(AndroidSparse.class);
    Encoding.Decoded decoded = decode(image);
    assertThat(decoded.problems()).isEmpty();
    assertThat(decoded.consumed()).isEqualTo(image.length);
    assertThat(decoded.bytes().toArray(1 << 20))
        .isEqualTo(Files.readAllBytes(directory.resolve("raw")));
    Hostile.survives(new AndroidSparse(), image);
  }

  @Test
  void readsEveryKindOfChunk() {
    byte[] expanded = new byte[4 * BLOCK];
    System.arraycopy(RAW, 0, expanded, 0, BLOCK);
    Arrays.fill(expanded, BLOCK, 3 * BLOCK, (byte) 'f');
    byte[] image =
        image(
            4,
            new Chunk(0xCAC1, 1, RAW),
            new Chunk(0xCAC2, 2, (byte) 'f', (byte) 'f', (byte) 'f', (byte) 'f'),
            new Chunk(0xCAC3, 1),
            crc(expanded));
    Encoding.Decoded decoded = decode(image);
    assertThat(decoded.problems()).isEmpty();
    assertThat(decoded.bytes().toArray(1 << 20)).isEqualTo(expanded);
    Hostile.survives(new AndroidSparse(), image);
  }

  @Test
  void aWrongCrcIsAProblemAndTheImageIsKept() {
    Encoding.Decoded decoded = decode(image(1, new Chunk(0xCAC1, 1, RAW), crc(new byte[1])));
    assertThat(decoded.problems()).extracting(Problem::code).containsExactly("sparse.crc");
    assertThat(decoded.bytes().toArray(1 << 20)).isEqualTo(RAW);
  }

  @Test
  void anExpansionBeyondTheLimitStops() {
    byte[] image =
        image(-1, new Chunk(0xCAC1, 1, RAW), new Chunk(0xCAC2, 0x7FFF_FFFF, new byte[4]));
    assertThat(decode(image).problems())
        .extracting(Problem::code)
        .containsExactly("limit.expansion");
  }

  @Test
  void chunksThatDoNotFitTheirHeaderStop() {
    Chunk raw = new Chunk(0xCAC1, 1, RAW);
    assertThat(decode(image(2, raw, new Chunk(0xCAC1, 1, new byte[3]))).problems())
        .extracting(Problem::code)
        .containsExactly("sparse.chunk");
    assertThat(decode(image(1, raw, new Chunk(0xCAC3, 1))).problems())
        .extracting(Problem::code)
        .containsExactly("sparse.chunk");
    assertThat(decode(image(3, raw)).problems())
        .extracting(Problem::code)
        .containsExactly("sparse.size");
    byte[] whole = image(2, raw, raw);
    Encoding.Decoded cut = decode(Arrays.copyOf(whole, whole.length - 6));
    assertThat(cut.problems()).extracting(Problem::code).containsExactly("sparse.truncated");
    assertThat(cut.bytes().size()).isEqualTo(2 * BLOCK - 6);
  }
}
