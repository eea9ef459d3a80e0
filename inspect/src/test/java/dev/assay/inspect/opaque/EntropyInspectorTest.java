package dev.assay.inspect.opaque;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.assay.formats.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
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
    byte[] text = words.toString().getBytes(US_ASCII);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(text);
    }
    assertEquals("structured", look(text));
    assertEquals("sparse", look(new byte[10_000]));
    assertEquals("compressed", look(packed.toByteArray()));
  }

  @Test
  void takesEncryptedContentForEncryptedOrRandom() throws GeneralSecurityException {
    assertEquals("random", look(encrypted("AES/CTR/NoPadding", records(200_000))));
    assertEquals("random", look(encrypted("AES/CBC/NoPadding", new byte[64 << 10])));
  }

  @Test
  void aModeThatDoesNotChainBlocksShowsThem() throws GeneralSecurityException {
    byte[] content = Arrays.copyOf(records(100_000), 160_000);
    assertEquals("blocks", look(encrypted("AES/ECB/NoPadding", content)));
    assertEquals("blocks", look(encrypted("DESede/ECB/NoPadding", content)));
  }

  @Test
  void paddingDoesNotHideWhatStandsInIt() {
    byte[] padded = new byte[1 << 20];
    Arrays.fill(padded, (byte) 0xFF);
    byte[] noise = new byte[100_000];
    new Random(3).nextBytes(noise);
    System.arraycopy(noise, 0, padded, 0x4000, noise.length);
    assertEquals("random", look(padded));
    byte[] little = new byte[1 << 20];
    System.arraycopy(noise, 0, little, 0x4000, 5000);
    assertEquals("sparse", look(little));
  }

  @Test
  void streamsOfDeflateAreToldFromNoiseByDecodingThem() throws IOException {
    for (boolean bare : new boolean[] {true, false}) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, bare);
      try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
        out.write(records(30_000));
      }
      deflater.end();
      byte[] start = Arrays.copyOf(packed.toByteArray(), 6000);
      assertEquals("compressed", look(start));
      start[0] ^= 7;
      assertNotEquals("compressed", look(start));
    }
  }

  @Test
  void codeAndTextAreStructured() {
    ByteBuffer code = ByteBuffer.allocate(80_000).order(ByteOrder.LITTLE_ENDIAN);
    Random random = new Random(4);
    int[] operations = {0xE3A00000, 0xE5900000, 0xE1A00000, 0xEB000000, 0xE8BD8000, 0xE92D4000};
    while (code.hasRemaining()) {
      int registers = random.nextInt(16) << 12 | random.nextInt(64);
      code.putInt(operations[random.nextInt(operations.length)] | registers);
    }
    assertEquals("structured", look(code.array()));
    assertEquals("structured", look("a text of words\n".repeat(1000).getBytes(US_ASCII)));
  }

  /** Little that repeats: numbers, each with a few random bytes. */
  private static byte[] records(int size) {
    ByteBuffer records = ByteBuffer.allocate(size / 8 * 8);
    Random random = new Random(5);
    while (records.hasRemaining()) {
      records.putShort((short) (records.position() >> 4)).putShort((short) 7);
      records.putInt(random.nextInt());
    }
    return records.array();
  }

  private static byte[] encrypted(String mode, byte[] content) throws GeneralSecurityException {
    String name = mode.substring(0, mode.indexOf('/'));
    byte[] key = Arrays.copyOf("a key for the tests only".getBytes(US_ASCII), 24);
    Cipher cipher = Cipher.getInstance(mode);
    SecretKeySpec secret = new SecretKeySpec(key, name);
    if (mode.contains("ECB")) {
      cipher.init(Cipher.ENCRYPT_MODE, secret);
    } else {
      cipher.init(Cipher.ENCRYPT_MODE, secret, new IvParameterSpec(new byte[16]));
    }
    return cipher.doFinal(Arrays.copyOf(content, content.length / 16 * 16));
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
