package dev.assay.formats.publishedkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding;
import dev.assay.formats.Encoding.Decoded;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.Malformed;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Images are forged: their writers are the makers' own. */
class PublishedKeyTest {
  private static final byte[] SHRS_KEY =
      HexFormat.of().parseHex("c05fbf1936c99429ce2a0781f08d6ad8");
  private static final String IMAGE = "a kernel, and behind it a root file system";

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] padded(byte[] plain, int size) {
    return Arrays.copyOf(plain, size);
  }

  private static Decoded decoded(Encoding format, byte[] image) {
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).hasSameClassAs(format);
    Decoded decoded = format.decode(Bytes.of(image), new HeapMemory());
    assertThat(decoded.consumed()).isEqualTo(image.length);
    return decoded;
  }

  private static void assertSays(Encoding format, byte[] image, String... codes) {
    assertThat(format.decode(Bytes.of(image), new HeapMemory()).problems())
        .extracting(Problem::code)
        .containsExactly(codes);
  }

  private static void assertRefused(Encoding format, byte[] image, String code) {
    assertThatThrownBy(() -> format.decode(Bytes.of(image), new HeapMemory()))
        .isInstanceOfSatisfying(
            Malformed.class, refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }

  private static byte[] shrs(byte[] key) {
    byte[] vector = ascii("0123456789abcdef");
    byte[] stored = new AesCbc(key, vector).encrypt(padded(ascii(IMAGE), 48));
    byte[] plain = ascii(IMAGE);
    return Forged.big()
        .text("SHRS")
        .u32(plain.length, stored.length)
        .bytes(vector)
        .bytes(Sums.digest("SHA-512", Bytes.of(plain), Bytes.of(key)))
        .bytes(Sums.digest("SHA-512", Bytes.of(plain)))
        .bytes(Sums.digest("SHA-512", Bytes.of(stored)))
        .fillTo(0, 1756)
        .bytes(stored)
        .u8(0, 0, 0, 0, 0x30)
        .toArray();
  }

  @Test
  void decryptsShrs() {
    byte[] image = shrs(SHRS_KEY);
    Decoded decoded = decoded(new DlinkShrs(), image);
    assertThat(decoded.bytes().text(100)).isEqualTo(IMAGE);
    assertThat(decoded.problems()).isEmpty();
    byte[] damaged = image.clone();
    damaged[1756 + 20] ^= 1;
    assertSays(new DlinkShrs(), damaged, "shrs.digest");
    byte[] cut = Arrays.copyOf(image, 1756 + 40);
    assertSays(new DlinkShrs(), cut, "shrs.truncated");
    assertThat(decoded(new DlinkShrs(), cut).bytes().text(100)).isEqualTo(IMAGE.substring(0, 32));
    assertRefused(new DlinkShrs(), shrs(new byte[16]), "shrs.encrypted");
    Hostile.survives(new DlinkShrs(), image);
  }

  /** The sizes of a real image, of 18 MB, are those that a mark of two zero bytes would miss. */
  @Test
  void takesShrsOfEverySize() {
    byte[] head =
        Forged.big().text("SHRS").u32(0x01131F9EL, 0x01131FA0L).fillTo(0, 1756 + 16).toArray();
    assertThat(Formats.of(Bytes.of(head)).orElseThrow()).isInstanceOf(DlinkShrs.class);
  }

  @Test
  void decryptsEraseBlocksOfUbiEachForItself() {
    AesCbc cipher =
        new AesCbc(ascii("he9-4+M!)d6=m~we1,q2a3d1n&2*Z^%8"), ascii("J%1iQl8$=lm-;8AE"));
    byte[] first = Forged.big().text("UBI#").u32(0x0100_0000L).fillTo('a', 128 << 10).toArray();
    byte[] second = Forged.big().text("UBI#").u32(0x0100_0000L).fillTo('b', 64).toArray();
    byte[] image =
        Forged.big()
            .text("encrpted_img")
            .u32(first.length + second.length)
            .bytes(cipher.encrypt(first))
            .bytes(cipher.encrypt(second))
            .toArray();
    Decoded decoded = decoded(new DlinkUbiImage(), image);
    assertThat(decoded.bytes().toArray(1 << 20))
        .isEqualTo(Forged.big().bytes(first).bytes(second).toArray());
    assertSays(new DlinkUbiImage(), Arrays.copyOf(image, 100), "encrpted-img.truncated");
    byte[] other = image.clone();
    other[16] ^= 1;
    assertRefused(new DlinkUbiImage(), other, "encrpted-img.encrypted");
    Hostile.survives(new DlinkUbiImage(), Arrays.copyOf(image, 16 + 512));
  }

  /** What images of the makers begin with, as unblob tells it. */
  private static final Map<String, String> STARTS =
      Map.of(
          "dap1665", "35666f68ef1afe1f34ef4f1121054ebe",
          "dap1720", "6801ccfbad6ba0ba3304b09cbb48b027",
          "dir822c1", "df8c390d22b4dc29fb4ebfdbe8e18bfb",
          "dir842", "f52aa0b49253bfeff821a62e28a7398b",
          "dir842EU", "21ddda0099d887a9d52d7eff3b5870a6",
          "dir850l A1", "e313005b76df0be883245a42ff912d3d",
          "dir850l B1", "0a14e424ff0fb4d75366a0b072feabdf",
          "dir859", "4c1b95af93725f810303964ddd760174");

  @Test
  void knowsModelsOfAlphaNetworksByTheFirstBlock() {
    STARTS.forEach(
        (model, start) -> {
          byte[] image = Arrays.copyOf(HexFormat.of().parseHex(start), 64);
          assertThat(Formats.of(Bytes.of(image))).as(model).get().isInstanceOf(AlphaImage.class);
        });
  }

  private static byte[] encimg(AlphaModel model, byte[] plain) {
    int whole = plain.length / 16 * 16 + 16;
    byte[] all = Arrays.copyOf(plain, whole + 16);
    System.arraycopy(Forged.big().u32(plain.length).toArray(), 0, all, whole, 4);
    return model.cipher().encrypt(all);
  }

  @Test
  void decryptsImagesOfAlphaNetworks() {
    AlphaModel model =
        new AlphaModel(
            "wrgac65_dlink.2015_dir842", "xQYoRZeD726UAbRb846kO7TeNw8eZa6u", "zufEbNF3kUafxFiE");
    byte[] seama =
        Forged.big()
            .u32(0x5EA3A417L)
            .u16(0, 36)
            .u32(0)
            .text("signature=" + model.signature(), 36)
            .text(IMAGE)
            .toArray();
    byte[] image = encimg(model, seama);
    Decoded decoded = decoded(new AlphaImage(), image);
    assertThat(decoded.bytes().toArray(1000)).isEqualTo(seama);
    assertThat(decoded.problems()).isEmpty();
    assertSays(new AlphaImage(), Arrays.copyOf(image, image.length - 16), "encimg.truncated");
    Hostile.survives(new AlphaImage(), image);
  }

  private static byte[] wrgg(byte[] stored) {
    Forged image = Forged.little().text("wapnd15_dlob.2013_dap2695", 32);
    image.u32(0x20080321L, 0x20080321L).text("2.0", 16).text("DAP-2695", 16).fillTo(0, 104);
    image.u32(stored.length, 0).text("/dev/mtdblock/1", 32).fill(0, 16).bytes(stored);
    Bytes unsigned = image.toBytes();
    byte[] digest = Sums.digest("MD5", unsigned.slice(108, 36), unsigned.from(160));
    return image.set(144, digest).toArray();
  }

  @Test
  void readsWrggPlainAndEncrypted() {
    byte[] plain = Forged.big().u32(0x27051956L).text(IMAGE).toArray();
    AlphaModel model =
        new AlphaModel(
            "wapnd15_dlob.2013_dap2695", "oVhq0hvXHdfaGFLdubM4/QvuVHdKee7v", "0BO5nlYankuVBe4s");
    for (byte[] stored : new byte[][] {plain, encimg(model, plain)}) {
      byte[] image = wrgg(stored);
      Decoded decoded = decoded(new Wrgg(), image);
      assertThat(decoded.bytes().toArray(1000)).isEqualTo(plain);
      assertThat(decoded.problems()).isEmpty();
      image[image.length - 20] ^= 1;
      assertThat(new Wrgg().decode(Bytes.of(image), new HeapMemory()).problems())
          .extracting(Problem::code)
          .contains("wrgg.digest");
      Hostile.survives(new Wrgg(), image);
    }
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(ascii(text));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static byte[] qnap(String key, String model, byte[] plain, int encrypted) {
    byte[] stored = plain.clone();
    Pc1 cipher = new Pc1(key);
    for (int i = 0; i < encrypted; i++) {
      stored[i] = cipher.encrypt(stored[i]);
    }
    return Forged.little()
        .bytes(stored)
        .text("icpnas")
        .u32(encrypted)
        .text(model, 16)
        .text("4.3.6", 16)
        .text("20190704", 16)
        .fill(0, 16)
        .toArray();
  }

  @Test
  void decryptsTheStartOfImagesOfQnap() {
    byte[] plain = gzip(IMAGE);
    for (byte[] image :
        new byte[][] {
          qnap("QNAPNASVERSION4", "TS-X53S", plain, 30), qnap("QHora-322", "QHora-322", plain, 30)
        }) {
      Decoded decoded = decoded(new QnapImage(), image);
      assertThat(decoded.bytes().toArray(1000)).isEqualTo(plain);
      assertThat(decoded.problems()).isEmpty();
      Hostile.survives(new QnapImage(), image);
    }
    assertRefused(new QnapImage(), qnap("another key", "QSW-1", plain, 30), "qnap.encrypted");
    byte[] cut = qnap("QNAPNASVERSION4", "TS-X53S", plain, 30);
    cut[plain.length + 7] = 1;
    assertSays(new QnapImage(), cut, "qnap.truncated");
  }

  /** The first bytes of QNAP's images, by which unblob knows them, are those of gzip. */
  @Test
  void agreesWithImagesOfQnap() {
    Pc1 cipher = new Pc1("QNAPNASVERSION4");
    byte[] start = HexFormat.of().parseHex("f57b4703");
    for (int i = 0; i < start.length; i++) {
      start[i] = cipher.decrypt(start[i]);
    }
    assertThat(start).isEqualTo(new byte[] {0x1F, (byte) 0x8B, 8, 0});
  }
}
