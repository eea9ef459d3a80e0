package dev.assay.formats.publishedkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Encoding.Decoded;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.carve.Carving;
import dev.assay.formats.parts.PosixCksum;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Images are forged: their writer is the maker's own. */
class BuffaloTest {
  private static final String IMAGE = "a kernel, and b\u00e9hind it a root file system";

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] encrypted(int seed, byte[] plain, boolean isLong) {
    return new BuffaloCipher(seed, isLong ? plain.length : 256).apply(plain, 0, plain.length);
  }

  /** The sum bit by bit. */
  private static int checksum(byte[] data) {
    int sum = data.length;
    for (byte each : data) {
      sum ^= each;
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & 1) != 0 ? sum >>> 1 ^ 0xEDB88320 : sum >>> 1;
      }
    }
    return sum;
  }

  private static byte[] block(String product, String version, byte[] data, boolean isLong) {
    byte[] name = encrypted('O', latin1(product + "\0"), isLong);
    byte[] number = encrypted(name[0] & 0xFF, latin1(version + "\0"), isLong);
    Forged block = Forged.big().text("start\0O");
    block.u32(name.length).bytes(name).u32(number.length).bytes(number);
    block.u32(data.length).bytes(encrypted(number[0] & 0xFF, data, isLong)).u32(checksum(data));
    return block.fill(0, 4 - block.size() % 4).toArray();
  }

  @Test
  void theCipherIsRc4WhereItsStateHas256Bytes() throws Exception {
    Cipher rc4 = Cipher.getInstance("ARCFOUR");
    rc4.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(latin1("OBuffalo"), "ARCFOUR"));
    assertThat(encrypted('O', latin1(IMAGE), false)).isEqualTo(rc4.doFinal(latin1(IMAGE)));
  }

  @Test
  void decryptsWithAShortAndALongState() {
    for (boolean isLong : new boolean[] {false, true}) {
      byte[] image = block("WZR-HP-G300NH", "1.99", latin1(IMAGE.repeat(50)), isLong);
      assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(BuffaloImage.class);
      Listed listed = Listed.of(new BuffaloImage(), Bytes.of(image));
      assertThat(listed.problems).isEmpty();
      assertThat(listed.paths()).containsExactly("image");
      assertThat(listed.bytes("image")).isEqualTo(latin1(IMAGE.repeat(50)));
      Hostile.survives(new BuffaloImage(), image);
    }
  }

  @Test
  void reportsDamageAndAnotherKey() {
    byte[] image = block("WZR-HP-G300NH", "1.99", latin1(IMAGE), false);
    byte[] damaged = image.clone();
    damaged[50] ^= 1;
    assertThat(damage(damaged)).isEqualTo("buffalo.checksum");
    assertThat(damage(Arrays.copyOf(image, 60))).isEqualTo("buffalo.truncated");
    byte[] other = image.clone();
    other[6] ^= 1;
    assertThat(Listed.of(new BuffaloImage(), Bytes.of(other)).problems)
        .extracting(Problem::code)
        .containsExactly("buffalo.encrypted");
  }

  private static String damage(byte[] image) {
    Content content =
        Listed.of(new BuffaloImage(), Bytes.of(image)).entry("image").content().orElseThrow();
    return assertThrows(Content.Partial.class, () -> content.open(new HeapMemory()))
        .malformed()
        .problem()
        .code();
  }

  private static byte[] update(byte[] content) {
    Forged update = Forged.big().text("bgn", 11).u8(0xB1).u32(20 + content.length, 0);
    update.bytes(content);
    return update.set32(16, PosixCksum.of(update.toBytes())).toArray();
  }

  /** As updates are made: a tag of 152 bytes is encrypted for itself, the image stands behind. */
  @Test
  void readsAnUpdateWithATagAndAnImage() {
    byte[] tag = Forged.big().text("WZR-900DHP", 32).text("BUFFALO", 32).fillTo(0, 152).toArray();
    byte[] image = block("WZR-900DHP", "9.99", latin1(IMAGE), true);
    byte[] both = Forged.big().bytes(block("", "", tag, true)).bytes(image).toArray();
    byte[] update = update(both);
    Bytes content = Bytes.of(update);
    assertThat(Formats.of(content).orElseThrow()).isInstanceOf(BuffaloHeader.class);
    Decoded decoded = new BuffaloHeader().decode(content, new HeapMemory());
    assertThat(decoded.problems()).isEmpty();
    assertThat(decoded.consumed()).isEqualTo(update.length);
    Listed listed = Listed.of(new BuffaloImage(), decoded.bytes());
    assertThat(listed.paths()).containsExactly("tag", "image-1");
    assertThat(listed.bytes("tag")).isEqualTo(tag);
    assertThat(listed.bytes("image-1")).isEqualTo(latin1(IMAGE));
    update[30] ^= 1;
    assertThat(new BuffaloHeader().decode(content, new HeapMemory()).problems())
        .extracting(Problem::code)
        .containsExactly("buffalo.cksum");
    Hostile.survives(new BuffaloHeader(), update);
  }

  @Test
  void takesTagsAndTheHeaderForTftpAway() {
    byte[] image = block("WHR-G301N", "1.99", latin1(IMAGE), false);
    Forged tagged = Forged.big().text("WHR-G301N", 32).text("BUFFALO", 32).fillTo(0, 136);
    tagged.u32(160 + image.length, 0, 0x80041000L, 0x801E8000L, image.length, 0).bytes(image);
    byte[] tag = tagged.set32(140, PosixCksum.of(tagged.toBytes())).toArray();
    byte[] tftp = Forged.big().text("# Airstation Public Fmt1", 32).bytes(image).toArray();
    for (byte[] with : new byte[][] {tag, tftp}) {
      assertThat(Formats.of(Bytes.of(with)).orElseThrow()).isInstanceOf(BuffaloHeader.class);
      Decoded decoded = new BuffaloHeader().decode(Bytes.of(with), new HeapMemory());
      assertThat(decoded.problems()).isEmpty();
      assertThat(decoded.bytes().toArray(1000)).isEqualTo(image);
      Hostile.survives(new BuffaloHeader(), with);
    }
  }

  /** Official updates have a header of other sizes before the image. */
  @Test
  void isFoundInsideABlob() {
    byte[] image = block("WBMR-HP-G300H", "1.90", latin1(IMAGE.repeat(9)), false);
    byte[] blob = Forged.big().fill(0x5A, 208).bytes(image).fill(0x5A, 99).toArray();
    Listed listed = Listed.of(new Carving(), Bytes.of(blob));
    assertThat(listed.paths()).containsExactly("0x000000d0.buffalo.image");
    assertThat(listed.bytes("0x000000d0.buffalo.image")).isEqualTo(image);
  }
}
