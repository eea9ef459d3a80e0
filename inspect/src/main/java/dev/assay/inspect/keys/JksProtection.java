package dev.assay.inspect.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;

/**
 * The protection of a key in a JKS store (sun.security.provider.KeyProtector): 20 bytes of salt,
 * the key XORed with a chain of SHA-1 over password and the digest before, then SHA-1 over password
 * and key.
 */
final class JksProtection {
  private static final String ALGORITHM = "1.3.6.1.4.1.42.2.17.1.1";
  private static final int DIGEST = 20;
  private static final int MAX_KEY = 64 << 10;

  private JksProtection() {}

  static boolean opens(byte[] sealed, String password) {
    if (sealed.length > MAX_KEY || Der.length(sealed, 0) <= 0) {
      return false;
    }
    try {
      EncryptedPrivateKeyInfo info = EncryptedPrivateKeyInfo.getInstance(sealed);
      byte[] data = info.getEncryptedData();
      return info.getEncryptionAlgorithm().getAlgorithm().getId().equals(ALGORITHM)
          && data.length > 2 * DIGEST
          && opensData(data, password.getBytes(StandardCharsets.UTF_16BE));
    } catch (RuntimeException notOfThatForm) {
      return false;
    }
  }

  private static boolean opensData(byte[] data, byte[] password) {
    MessageDigest digest = JavaStore.sha1();
    byte[] plain = new byte[data.length - 2 * DIGEST];
    byte[] link = Arrays.copyOf(data, DIGEST);
    for (int i = 0; i < plain.length; i++) {
      if (i % DIGEST == 0) {
        digest.update(password);
        link = digest.digest(link);
      }
      plain[i] = (byte) (data[DIGEST + i] ^ link[i % DIGEST]);
    }
    digest.update(password);
    byte[] check = digest.digest(plain);
    return Arrays.equals(check, 0, DIGEST, data, data.length - DIGEST, data.length);
  }
}
