package dev.assay.formats.esp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.formats.Forged;
import dev.assay.formats.Formats;
import dev.assay.formats.Hostile;
import dev.assay.formats.Listed;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class EspTest {
  private static byte[] image() {
    String first = "flash read only data of the program.";
    String second = "code in instruction memory.";
    Forged image = Forged.little().u8(0xE9, 2, 2, 0x20).u32(0x40081234L).fill(0, 4).u16(0);
    image.fillTo(0, 23).u8(1);
    image.u32(0x3F400020L, first.length()).text(first);
    image.u32(0x40080000L, second.length()).text(second);
    int sum = 0xEF;
    for (char c : (first + second).toCharArray()) {
      sum ^= c;
    }
    image.fillTo(0, image.size() | 15).u8(sum);
    return image.bytes(Sums.digest("SHA-256", image.toBytes())).toArray();
  }

  @Test
  void readsSegments() {
    Bytes image = Bytes.of(image());
    assertThat(Formats.of(image).orElseThrow()).isInstanceOf(EspImage.class);
    Listed listed = Listed.of(new EspImage(), image);
    assertThat(codes(image())).containsExactly("esp.unsigned");
    assertThat(listed.paths()).containsExactly("segment-0x3f400020.bin", "segment-0x40080000.bin");
    assertThat(listed.text("segment-0x40080000.bin")).isEqualTo("code in instruction memory.");
    Hostile.survives(new EspImage(), image());
  }

  @Test
  void wrongSumsAreProblems() {
    byte[] image = image();
    image[40] ^= 1;
    assertThat(codes(image)).containsExactly("esp.checksum", "esp.digest", "esp.unsigned");
  }

  private static List<String> codes(byte[] image) {
    return Listed.of(new EspImage(), Bytes.of(image)).problems.stream().map(Problem::code).toList();
  }

  /** As secure boot version 2 has it: the program up to 4096 bytes, then a block. */
  private static byte[] signed() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(3072);
    KeyPair pair = generator.generateKeyPair();
    Forged image = Forged.little().bytes(image()).fillTo(0xFF, 4096);
    Signature signer = Signature.getInstance("RSASSA-PSS");
    signer.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    signer.initSign(pair.getPrivate());
    signer.update(image.toArray());
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    Forged block = Forged.little().u8(0xE7, 2, 0, 0);
    block.bytes(Sums.digest("SHA-256", image.toBytes())).bytes(little(key.getModulus()));
    block.u32(key.getPublicExponent().longValue()).fill(0, 388);
    block.bytes(little(new BigInteger(1, signer.sign())));
    block.u32(Sums.crc32(block.toBytes()) & 0xFFFFFFFFL).fill(0, 16);
    return image.bytes(block.toArray()).fillTo(0xFF, 8192).toArray();
  }

  private static byte[] little(BigInteger number) {
    byte[] little = new byte[384];
    byte[] big = number.toByteArray();
    for (int i = 0; i < Math.min(384, big.length); i++) {
      little[i] = big[big.length - 1 - i];
    }
    return little;
  }

  @Test
  void holdsASignatureAgainstTheKeyBesideIt() throws Exception {
    byte[] signed = signed();
    Listed listed = Listed.of(new EspImage(), Bytes.of(signed));
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("segment-0x3f400020.bin", "segment-0x40080000.bin");
    Hostile.survives(new EspImage(), signed);

    byte[] padded = signed.clone();
    padded[4000] = 0;
    assertThat(codes(padded)).containsExactly("esp.signature");
    byte[] damaged = signed.clone();
    damaged[4096 + 900] ^= 1;
    assertThat(codes(damaged)).containsExactly("esp.signature-crc");
    byte[] forged = damaged.clone();
    byte[] crc =
        Forged.little().u32(Sums.crc32(Bytes.of(forged).slice(4096, 1196)) & 0xFFFFFFFFL).toArray();
    System.arraycopy(crc, 0, forged, 4096 + 1196, 4);
    assertThat(codes(forged)).containsExactly("esp.signature");
  }

  @Test
  void aSignatureOfVersion1EndsAll() {
    Forged image = Forged.little().bytes(image()).u32(0);
    assertThat(codes(Forged.little().bytes(image.toArray()).fill(0, 64).toArray()))
        .containsExactly("esp.unsigned");
    assertThat(codes(image.text("x".repeat(63)).u8(1).toArray())).isEmpty();
    assertThat(codes(image.u8(0).toArray())).containsExactly("esp.unsigned");
  }

  private static byte[] flash() {
    Forged flash = Forged.little().fill(0xFF, 0x1000).bytes(image()).fillTo(0xFF, 0x8000);
    int table = flash.size();
    flash.u8(0xAA, 0x50, 1, 2).u32(0x9000, 0x1000).text("nvs", 16).u32(0);
    flash.u8(0xAA, 0x50, 0, 0).u32(0xA000, 0x100000).text("factory", 16).u32(0);
    byte[] digest = Sums.digest("MD5", flash.toBytes().from(table));
    flash.u8(0xEB, 0xEB).fill(0xFF, 14).bytes(digest).fillTo(0xFF, 0x9000);
    return flash.fill(7, 0x1000).bytes(image()).fillTo(0xFF, 0x10000).toArray();
  }

  @Test
  void readsAWholeFlashByItsPartitionTable() {
    Bytes flash = Bytes.of(flash());
    assertThat(Formats.of(flash).orElseThrow()).isInstanceOf(EspFlash.class);
    Listed listed = Listed.of(new EspFlash(), flash);
    assertThat(listed.problems).isEmpty();
    assertThat(listed.paths()).containsExactly("partition-table", "nvs", "factory", "bootloader");
    assertThat(listed.entry("factory").problems())
        .extracting(Problem::code)
        .containsExactly("esp.truncated");
    assertThat(Formats.of(Bytes.of(listed.bytes("bootloader"))).orElseThrow())
        .isInstanceOf(EspImage.class);
    Hostile.survives(new EspFlash(), flash());
  }
}
