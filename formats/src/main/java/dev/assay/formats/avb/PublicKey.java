package dev.assay.formats.avb;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.parts.Sums;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.RSAPublicKeySpec;

/** An RSA key as vbmeta holds it; the exponent is 65537. */
record PublicKey(byte[] stored) {
  private static final int MODULUS_AT = 8;
  private static final int MAX_BITS = 8192;

  /** False, too, where the key makes no sense. */
  boolean verifies(String algorithm, byte[] signature, Bytes... signed) {
    if (stored.length < MODULUS_AT) {
      return false;
    }
    Block block = Bytes.of(stored).block(0, stored.length);
    long bits = block.u32be(0);
    if (bits % 8 != 0 || bits > MAX_BITS || bits / 8 > stored.length - MODULUS_AT) {
      return false;
    }
    BigInteger modulus = new BigInteger(1, block.bytes(MODULUS_AT, (int) bits / 8));
    try {
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65537))));
      for (Bytes part : signed) {
        Sums.each(part, (array, from, length) -> update(verifier, array, from, length));
      }
      return verifier.verify(signature);
    } catch (GeneralSecurityException notSuchAKey) {
      return false;
    }
  }

  private static void update(Signature verifier, byte[] array, int from, int length) {
    try {
      verifier.update(array, from, length);
    } catch (SignatureException e) {
      throw new IllegalStateException("the verifier was initialised", e);
    }
  }
}
