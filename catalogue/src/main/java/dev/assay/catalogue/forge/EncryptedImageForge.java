package dev.assay.catalogue.forge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * D-Link's {@code encrpted_img}: a block of UBI, encrypted with AES-256.
 *
 * <p>Parameter: {@code published} (true: under the key of the models whose key was published;
 * false: under another).
 */
public final class EncryptedImageForge implements Forge {
  private static final String MAGIC = "encrpted_img";
  private static final String KEY = "he9-4+M!)d6=m~we1,q2a3d1n&2*Z^%8";
  private static final String VECTOR = "J%1iQl8$=lm-;8AE";
  private static final int BLOCK = 4096;

  @Override
  public String name() {
    return "encrypted-image";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    boolean published = p.flag("published", true);
    p.done();
    byte[] key =
        published ? KEY.getBytes(StandardCharsets.US_ASCII) : TestKeys.noise("key", KEY.length());
    byte[] plain = new byte[BLOCK];
    ByteBuffer.wrap(plain).put("UBI#".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new IvParameterSpec(VECTOR.getBytes(StandardCharsets.US_ASCII)));
      byte[] stored = cipher.doFinal(plain);
      return ByteBuffer.allocate(MAGIC.length() + 4 + stored.length)
          .put(MAGIC.getBytes(StandardCharsets.US_ASCII))
          .putInt(MAGIC.length() + 4 + stored.length)
          .put(stored)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
