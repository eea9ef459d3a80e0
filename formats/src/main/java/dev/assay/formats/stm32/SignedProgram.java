package dev.assay.formats.stm32;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.List;

/** Holds a program against the signature in its header. */
final class SignedProgram {
  private static final int NUMBER = 32;

  private SignedProgram() {}

  /** What is wrong with the signature; nothing where it is of a kind that is not verified. */
  static List<Problem> problems(Bytes content, Stm32Header header) {
    if (!header.signed()) {
      return List.of(new Problem("stm32.unsigned", Stm32Header.FLAGS_AT, "no signature"));
    }
    if (!header.hasKeyOnP256() || fits(content, header)) {
      return List.of();
    }
    return List.of(
        new Problem(
            "stm32.signature",
            Stm32Header.SIGNATURE_AT,
            "the signature does not fit program and key; contents read anyway"));
  }

  private static boolean fits(Bytes content, Stm32Header header) {
    long length = header.end() - Stm32Header.SIGNED_FROM;
    byte[] digest = Sums.digest("SHA-256", content.slice(Stm32Header.SIGNED_FROM, length));
    Block fields = header.fields();
    try {
      Signature verifier = Signature.getInstance("NONEwithECDSAinP1363Format");
      verifier.initVerify(key(fields));
      verifier.update(digest);
      return verifier.verify(fields.bytes(Stm32Header.SIGNATURE_AT, 2 * NUMBER));
    } catch (GeneralSecurityException noPointOfTheCurve) {
      return false;
    }
  }

  private static PublicKey key(Block fields) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    BigInteger x = new BigInteger(1, fields.bytes(Stm32Header.KEY_AT, NUMBER));
    BigInteger y = new BigInteger(1, fields.bytes(Stm32Header.KEY_AT + NUMBER, NUMBER));
    ECParameterSpec parameters = curve.getParameterSpec(ECParameterSpec.class);
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), parameters));
  }
}
