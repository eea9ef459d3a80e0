package dev.assay.evidence.sign;

import dev.assay.verify.attest.BadKey;
import dev.assay.verify.attest.VerifyingKey;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** A private key with its other half. */
public final class SigningKey {
  private final PrivateKey secret;
  private final VerifyingKey open;

  private SigningKey(PrivateKey secret, VerifyingKey open) {
    this.secret = secret;
    this.open = open;
  }

  /**
   * Takes both halves.
   *
   * @throws BadKey if they are not halves of one key
   */
  static SigningKey of(PrivateKey secret, VerifyingKey open) throws BadKey {
    SigningKey key = new SigningKey(secret, open);
    byte[] message = {0};
    if (!open.verifies(message, key.sign(message))) {
      throw new BadKey("does not belong to the public key beside it");
    }
    return key;
  }

  /** The half that others check with. */
  public VerifyingKey open() {
    return open;
  }

  byte[] sign(byte[] message) throws BadKey {
    try {
      // The provider follows from the key, which need not be in this process.
      Signature signer = Signature.getInstance(open.algorithm().signatures());
      signer.initSign(secret);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new BadKey("cannot sign: " + e.getMessage());
    }
  }
}
