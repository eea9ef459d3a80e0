package dev.assay.catalogue.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Key stores.
 *
 * <p>Parameters: {@code format} ({@code jks}, {@code jceks}, {@code pkcs12}, {@code bks}), {@code
 * password}, {@code keys} and {@code certificates} (how many entries of each), {@code integrity}
 * (false: PKCS#12 without a MAC), {@code rounds} of PKCS#12, {@code cipher} of PKCS#12 certificates
 * ({@code none}, {@code rc2-40}, {@code 3des}).
 */
public final class KeyStoreForge implements Forge {
  @Override
  public String name() {
    return "keyStore";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    String format = p.text("format", "pkcs12");
    String password = p.text("password", "changeit");
    int keys = p.number("keys", 1);
    int certificates = p.number("certificates", 0);
    boolean integrity = p.flag("integrity", true);
    int rounds = p.number("rounds", 10_000);
    String cipher = p.text("cipher", "none");
    p.done();
    List<byte[]> owned = certificates("CN=entry ", keys);
    List<byte[]> trusted = certificates("CN=authority ", certificates);
    return switch (format) {
      case "jks" -> JavaStoreWriter.write(0xFEEDFEED, password, owned, trusted);
      case "jceks" -> JavaStoreWriter.write(0xCECECECE, password, owned, trusted);
      case "bks" -> BouncyStoreWriter.write(password, owned, trusted);
      case "pkcs12" -> new Pkcs12Writer(password, rounds, integrity, cipher).write(owned, trusted);
      default -> throw new IllegalArgumentException("keyStore: unknown format `" + format + "`");
    };
  }

  private static List<byte[]> certificates(String subject, int count) {
    List<byte[]> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(
          CertificateForge.der(
              Map.of("subject", subject + i, "algorithm", "Ed25519", "key", i + 1)));
    }
    return made;
  }
}
