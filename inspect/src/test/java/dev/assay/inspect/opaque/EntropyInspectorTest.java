package dev.assay.inspect.opaque;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.formats.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class EntropyInspectorTest {
  private final EntropyInspector inspector = new EntropyInspector();

  @Test
  void takesRandomBytesForRandomWhateverTheirNumber() {
    for (int size : new int[] {4096, 70_000, 9 << 20}) {
      byte[] noise = new byte[size];
      new Random(size).nextBytes(noise);
      assertEquals("random", look(noise));
    }
  }

  @Test
  void tellsCompressedFromStructuredAndSparse() throws IOException {
    Random random = new Random(2);
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 200_000; i++) {
      words.append(Integer.toString(random.nextInt(100_000), 36)).append(i % 9 == 0 ? '\n' : ' ');
    }
    byte[] text = words.toString().getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(text);
    }
    assertEquals("structured", look(text));
    assertEquals("sparse", look(new byte[10_000]));
    assertEquals("compressed", look(packed.toByteArray()));
  }

  @Test
  void leavesSmallAndKnownContentAlone() {
    assertFalse(inspector.wants("application/octet-stream", Bytes.of(new byte[100]), Set.of()));
    assertFalse(inspector.wants("image/png", Bytes.of(new byte[10_000]), Set.of()));
  }

  private String look(byte[] content) {
    return inspector.inspect(Bytes.of(content)).orElseThrow().look();
  }
}
