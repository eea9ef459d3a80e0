package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A pass shows the same whatever holds the bytes. */
class PassTest {
  @Property(tries = 100)
  void everyByteIsShownOnceAndTheOverlapBesides(
      @ForAll @IntRange(max = 5000) int size,
      @ForAll @IntRange(min = 1, max = 700) int length,
      @ForAll @IntRange(max = 90) int overlap)
      throws IOException {
    byte[] all = new byte[size + 7];
    new Random(size).nextBytes(all);
    byte[] wanted = Arrays.copyOfRange(all, 7, all.length);
    Path file = Files.write(Files.createTempFile("pass", ""), all);
    try (FileChannel channel = FileChannel.open(file)) {
      int half = size / 2;
      Bytes whole = Bytes.of(all).from(7);
      for (Bytes content :
          List.of(
              whole,
              Bytes.of(channel, 7, size),
              SplicedBytes.of(
                  List.of(
                      new SplicedBytes.Piece(whole, 0, half),
                      new SplicedBytes.Piece(whole, half, size - half))))) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        content.pass(
            length,
            overlap,
            (at, block) -> {
              assertThat(at).isEqualTo(shown.size());
              assertThat(block.size()).isEqualTo(Math.min(length + overlap, size - (int) at));
              assertThat(block.bytes(0, block.size()))
                  .isEqualTo(Arrays.copyOfRange(wanted, (int) at, (int) at + block.size()));
              shown.writeBytes(block.bytes(0, Math.min(length, block.size())));
            });
        assertThat(shown.toByteArray()).isEqualTo(wanted);
      }
    } finally {
      Files.delete(file);
    }
  }
}
