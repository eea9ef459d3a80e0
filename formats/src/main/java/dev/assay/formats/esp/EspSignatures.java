package dev.assay.formats.esp;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Signatures behind a program.
 *
 * @param at where they begin
 * @param size in bytes
 * @param problems those that do not fit the program and the key beside them
 */
record EspSignatures(long at, long size, List<Problem> problems) {
  private static final int SECTOR = 4096;
  private static final byte MAGIC = (byte) 0xE7;
  private static final int BLOCK = 1216;
  private static final int MOST_BLOCKS = 3;
  private static final int RSA = 2;
  private static final int ECDSA = 3;
  private static final int DIGEST_AT = 4;
  private static final int MODULUS_AT = 36;
  private static final int EXPONENT_AT = 420;
  private static final int SIGNATURE_AT = 812;
  private static final int NUMBER = 384;
  private static final int CRC_AT = 1196;
  private static final int VERSION_1 = 68;

  /**
   * Those of secure boot version 2, or the one of version 1; empty where there is none.
   *
   * @param end of the program
   */
  static Optional<EspSignatures> behind(Bytes content, long end) {
    return version2(content, (end + SECTOR - 1) / SECTOR * SECTOR).or(() -> version1(content, end));
  }

  private static Optional<EspSignatures> version2(Bytes content, long at) {
    List<Problem> problems = new ArrayList<>();
    int count = 0;
    while (count < MOST_BLOCKS && isBlock(content, at + (long) count * BLOCK)) {
      problems.addAll(problems(content, at, at + (long) count * BLOCK));
      count++;
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(new EspSignatures(at, (long) count * BLOCK, List.copyOf(problems)));
  }

  private static boolean isBlock(Bytes content, long at) {
    return content.size() - at >= BLOCK
        && (content.has(at, MAGIC, (byte) RSA) || content.has(at, MAGIC, (byte) ECDSA));
  }

  private static List<Problem> problems(Bytes content, long end, long at) {
    Block block = content.block(at, BLOCK);
    int crc = Sums.crc32(content.slice(at, CRC_AT));
    List<Problem> problems =
        new ArrayList<>(Sums.check("esp.signature-crc", at + CRC_AT, block.i32le(CRC_AT), crc));
    if (block.u8(1) == RSA && problems.isEmpty() && !fits(content.slice(0, end), block)) {
      problems.add(
          new Problem(
              "esp.signature", at, "the signature does not fit program and key; read anyway"));
    }
    return problems;
  }

  private static boolean fits(Bytes program, Block block) {
    byte[] told = block.bytes(DIGEST_AT, 32);
    if (!Sums.check("", 0, told, Sums.digest("SHA-256", program)).isEmpty()) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance("RSASSA-PSS");
      verifier.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      verifier.initVerify(key(block));
      feed(verifier, program);
      return verifier.verify(reversed(block.bytes(SIGNATURE_AT, NUMBER)));
    } catch (GeneralSecurityException noKeyOfRsa) {
      return false;
    }
  }

  private static void feed(Signature verifier, Bytes program) {
    Sums.each(
        program,
        (array, from, length) -> {
          try {
            verifier.update(array, from, length);
          } catch (SignatureException notInitialised) {
            throw new IllegalStateException(notInitialised);
          }
        });
  }

  private static PublicKey key(Block block) throws GeneralSecurityException {
    BigInteger modulus = new BigInteger(1, reversed(block.bytes(MODULUS_AT, NUMBER)));
    BigInteger exponent = BigInteger.valueOf(block.u32le(EXPONENT_AT));
    return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
  }

  private static byte[] reversed(byte[] number) {
    byte[] reversed = new byte[number.length];
    for (int i = 0; i < number.length; i++) {
      reversed[i] = number[number.length - 1 - i];
    }
    return reversed;
  }

  /** Nothing but its length and its version, 0, tells it from other data, so it must end all. */
  private static Optional<EspSignatures> version1(Bytes content, long end) {
    if (content.size() - end != VERSION_1) {
      return Optional.empty();
    }
    Block signature = content.block(end, VERSION_1);
    boolean blank = true;
    for (int i = 4; i < VERSION_1; i++) {
      blank &= signature.u8(i) == signature.u8(4);
    }
    return signature.u32le(0) != 0 || blank
        ? Optional.empty()
        : Optional.of(new EspSignatures(end, VERSION_1, List.of()));
  }
}
