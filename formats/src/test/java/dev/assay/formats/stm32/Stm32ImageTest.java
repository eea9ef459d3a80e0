package dev.assay.formats.stm32;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding.Decoded;
import dev.assay.formats.FlashTree;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Stm32ImageTest {
  private static final int SUM_OF_PROGRAM = 760;

  private static Decoded decoded(byte[] image) {
    return new Stm32Image().decode(Bytes.of(image), new HeapMemory());
  }

  private static List<String> codes(byte[] image) {
    return decoded(image).problems().stream().map(Problem::code).toList();
  }

  @Test
  void readsWhatTheWriterWrites(@TempDir Path directory) throws Exception {
    FlashTree tree = FlashTree.in(directory);
    Files.write(directory.resolve("program"), FlashTree.NOISE);
    byte[] image =
        tree.image("mkimage", "mkimage -T stm32image -a 0xC0100000 -d program image > /dev/null");
    assertThat(Formats.of(Bytes.of(image)).orElseThrow()).isInstanceOf(Stm32Image.class);
    assertThat(decoded(image).bytes().toArray(1 << 20)).isEqualTo(FlashTree.NOISE);
    assertThat(codes(image)).containsExactly("stm32.unsigned");
    image[image.length - 1] ^= 1;
    assertThat(codes(image)).containsExactly("stm32.checksum", "stm32.unsigned");
    byte[] cut = Arrays.copyOf(image, image.length - 9);
    assertThat(decoded(cut).bytes().size()).isEqualTo(FlashTree.NOISE.length - 9);
    assertThat(codes(cut)).containsExactly("stm32.truncated");
  }

  @Test
  void holdsTheProgramAgainstTheSignatureInTheHeader() throws Exception {
    byte[] image = signed();
    assertThat(codes(image)).isEmpty();
    byte[] later = image.clone();
    // The version against rollback is signed as well.
    later[96] ^= 1;
    assertThat(codes(later)).containsExactly("stm32.signature");
    byte[] otherKey = image.clone();
    otherKey[110] ^= 1;
    assertThat(codes(otherKey)).containsExactly("stm32.signature");
    Hostile.survives(new Stm32Image(), image);
  }

  /** What no packaged writer writes: version 2, with and without a key and signature. */
  @Test
  void knowsWhetherVersion2IsSigned() {
    assertThat(codes(version2(0))).containsExactly("stm32.unsigned");
    assertThat(codes(version2(1))).isEmpty();
    Hostile.survives(new Stm32Image(), version2(1));
  }

  @Test
  void isFoundInTheMiddleOfABlob() {
    Bytes blob = Forged.little().fill(1, 64).bytes(version2(1)).fill(2, 64).toBytes();
    assertThat(new Stm32Image().extent(blob, 64)).hasValue(512 + 7);
  }

  private static byte[] version2(int extensions) {
    Forged header = Forged.little().text("STM2").fillTo(0, 68).u32(SUM_OF_PROGRAM).u8(0, 0, 2, 0);
    header.u32(7).fillTo(0, 100).u32(extensions).fillTo(0, 512);
    return header.text("program").toArray();
  }

  private static byte[] signed() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    Forged image = Forged.little().text("STM2").fillTo(0, 68).u32(SUM_OF_PROGRAM).u8(0, 0, 1, 0);
    image.u32(7).fillTo(0, 96).u32(3, 0, 1).bytes(number(key.getW().getAffineX()));
    image.bytes(number(key.getW().getAffineY())).fillTo(0, 256).text("program");
    byte[] open = image.toArray();
    Signature signer = Signature.getInstance("NONEwithECDSAinP1363Format");
    signer.initSign(keys.getPrivate());
    signer.update(Sums.digest("SHA-256", Bytes.of(open).from(72)));
    return image.set(4, signer.sign()).toArray();
  }

  private static byte[] number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return fixed;
  }
}
