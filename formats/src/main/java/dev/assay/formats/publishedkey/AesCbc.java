package dev.assay.formats.publishedkey;

import dev.assay.formats.Bytes;
import dev.assay.formats.parts.Sums;
import dev.assay.formats.stream.Decoding;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES in CBC mode without padding (NIST SP 800-38A, section 6.2). */
final class AesCbc {
  static final int BLOCK = 16;

  private final byte[] key;
  private final byte[] vector;

  /**
   * @param key 16 or 32 bytes
   * @param vector 16 bytes
   */
  AesCbc(byte[] key, byte[] vector) {
    this.key = key.clone();
    this.vector = vector.clone();
  }

  /** Decrypts whole blocks; what is left at the end is not decrypted. */
  void decrypt(Bytes encrypted, Decoding into) {
    Cipher cipher = cipher(Cipher.DECRYPT_MODE);
    long whole = encrypted.size() / BLOCK * BLOCK;
    Sums.each(
        encrypted.slice(0, whole),
        (array, from, length) -> {
          byte[] plain = cipher.update(array, from, length);
          if (plain != null && !into.isStopped()) {
            into.write(plain, 0, plain.length);
          }
        });
  }

  /** The first bytes decrypted. */
  byte[] start(Bytes encrypted, int blocks) {
    byte[] head = encrypted.head(blocks * BLOCK).bytes(0, blocks * BLOCK);
    return cipher(Cipher.DECRYPT_MODE).update(head);
  }

  byte[] encrypt(byte[] blocks) {
    return cipher(Cipher.ENCRYPT_MODE).update(blocks);
  }

  private Cipher cipher(int mode) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES", e);
    }
  }
}
