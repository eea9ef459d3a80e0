package dev.assay.verify.attest;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;

/** The ways to sign. */
public enum Algorithm {
  ED25519("Ed25519", "Ed25519"),
  P256("EC", "SHA256withECDSA");

  private static final String CURVE = "secp256r1";

  private final String keys;
  private final String signatures;

  Algorithm(String keys, String signatures) {
    this.keys = keys;
    this.signatures = signatures;
  }

  /** Java's name for factories of such keys. */
  public String keys() {
    return keys;
  }

  /** Java's name for such signatures. */
  public String signatures() {
    return signatures;
  }

  /** The curve, as Java names it. */
  public String curve() {
    return this == P256 ? CURVE : keys;
  }

  /** What a public or private key is for; empty if for nothing here. */
  public static Optional<Algorithm> of(Key key) {
    return switch (key) {
      case EdECKey ed when ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName()) ->
          Optional.of(ED25519);
      case ECKey ec when isP256(ec.getParams()) -> Optional.of(P256);
      default -> Optional.empty();
    };
  }

  private static boolean isP256(ECParameterSpec given) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(CURVE));
      ECParameterSpec p256 = parameters.getParameterSpec(ECParameterSpec.class);
      return given.getCurve().equals(p256.getCurve())
          && given.getGenerator().equals(p256.getGenerator())
          && given.getOrder().equals(p256.getOrder())
          && given.getCofactor() == p256.getCofactor();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has P-256", e);
    }
  }
}
