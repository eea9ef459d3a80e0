package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.RSAKeyParameters;

/**
 * Android Verified Boot's vbmeta, signed.
 *
 * <p>Parameters: {@code signed}, {@code bits} of the RSA key, {@code rollback}, {@code flags},
 * {@code altered} after it was signed, {@code published} (true: with AOSP's key for tests instead
 * of the one that signs, which has 2048 bits); {@code partitions}: maps of {@code name} and {@code
 * digest}; {@code chains}: maps of {@code name}, {@code location}, {@code bits}, {@code published}.
 */
public final class VbMetaForge implements Forge {
  private static final int HEADER = 256;
  private static final int HASH = 32;
  private static final int STEP = 64;

  /** Modulus of AOSP's testkey_rsa2048, whose private half is published. */
  private static final BigInteger PUBLISHED =
      new BigInteger(
          "c65551dd3224a2e00ebc7efdbda2538058697ef54a4087959054593d55caff36"
              + "341afae1e0902a1a32685bf3dfad0bf9b1d0f7eaab471f76be1b984b67a362fa"
              + "dfe6b5f8ee73165fb8b182de4989d53dd7a842998175c8d8847bbd54a8226444"
              + "bc3406103c89c2d1f32c036591b1a0d1c82156159948202774ef017a76a50b6b"
              + "fde3faed0df90f7a41fa76053749fe344f4b0149e498f7898ecd36aa391da97d"
              + "5d6b5a52d17569a8df7cde1c1bf9d9195bb7474cb9702eade5d6887ced926e46"
              + "0810b576033e09ac4db62ccd1200bdd4a703d31b910823365b11feaf5969b33c"
              + "8824372d61bac599511897f92342969f872ecdb24d5fa924f245dae26526264d",
          16);

  @Override
  public String name() {
    return "vbmeta";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    boolean signed = p.flag("signed", true);
    int bits = p.number("bits", 4096);
    ByteArrayOutputStream auxiliary = new ByteArrayOutputStream();
    p.maps("partitions").forEach(partition -> auxiliary.writeBytes(hashTree(partition)));
    p.maps("chains").forEach(chain -> auxiliary.writeBytes(chain(chain)));
    int descriptors = auxiliary.size();
    boolean published = p.flag("published", false);
    byte[] key = signed ? key(bits, published) : new byte[0];
    auxiliary.writeBytes(key);
    byte[] second = padded(auxiliary.toByteArray(), STEP);
    int first = signed ? (HASH + bits / 8 + STEP - 1) / STEP * STEP : 0;
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.put("AVB0".getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(0);
    header.putLong(first).putLong(second.length).putInt(signed ? bits / 4096 + 1 : 0);
    header.putLong(0).putLong(signed ? HASH : 0).putLong(HASH).putLong(signed ? bits / 8 : 0);
    header.putLong(descriptors).putLong(key.length).putLong(0).putLong(0);
    header.putLong(0).putLong(descriptors);
    header.putLong(p.number("rollback", 1)).putInt(p.number("flags", 0));
    ByteBuffer image = ByteBuffer.allocate(HEADER + first + second.length);
    image.put(header.array()).put(HEADER + first, second);
    if (signed) {
      sign(bits, header.array(), second, image);
    }
    if (p.flag("altered", false)) {
      image.put(119, (byte) 99);
    }
    p.done();
    return image.array();
  }

  private static void sign(int bits, byte[] header, byte[] second, ByteBuffer image) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(header);
      image.put(HEADER, digest.digest(second));
      RSAKeyParameters secret = (RSAKeyParameters) pair(bits).getPrivate();
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(
          KeyFactory.getInstance("RSA")
              .generatePrivate(new RSAPrivateKeySpec(secret.getModulus(), secret.getExponent())));
      signature.update(header);
      signature.update(second);
      image.put(HEADER + HASH, signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("vbmeta: bits is a length of an RSA key", e);
    }
  }

  private static AsymmetricCipherKeyPair pair(int bits) {
    return TestKeys.pair("RSA", bits, "", 1);
  }

  /**
   * A key as vbmeta holds it: bits, -1/n mod 2^32 and, behind the modulus n, 2^(2·bits) mod n for
   * Montgomery's method.
   */
  static byte[] key(int bits, boolean published) {
    BigInteger modulus =
        published ? PUBLISHED : ((RSAKeyParameters) pair(bits).getPublic()).getModulus();
    BigInteger word = BigInteger.ONE.shiftLeft(32);
    BigInteger square = BigInteger.ONE.shiftLeft(2 * bits).mod(modulus);
    return ByteBuffer.allocate(8 + bits / 4)
        .putInt(bits)
        .putInt(modulus.negate().modInverse(word).intValue())
        .put(unsigned(modulus, bits / 8))
        .put(unsigned(square, bits / 8))
        .array();
  }

  private static byte[] unsigned(BigInteger number, int size) {
    byte[] signed = number.toByteArray();
    byte[] unsigned = new byte[size];
    int length = Math.min(size, signed.length);
    System.arraycopy(signed, signed.length - length, unsigned, size - length, length);
    return unsigned;
  }

  private static byte[] hashTree(Map<String, Object> parameters) {
    Parameters p = new Parameters("vbmeta partition", parameters);
    byte[] name = p.text("name", "system").getBytes(StandardCharsets.UTF_8);
    String digest = p.text("digest", "sha256");
    byte[] root = TestKeys.noise("root", digest.equals("sha1") ? 20 : 32);
    p.done();
    ByteBuffer body = ByteBuffer.allocate(164 + name.length + root.length);
    body.putInt(1).putLong(4096).putLong(4096).putLong(4096).putInt(4096).putInt(4096);
    body.put(56, digest.getBytes(StandardCharsets.US_ASCII)).position(88);
    body.putInt(name.length).putInt(0).putInt(root.length).position(164);
    return descriptor(1, body.put(name).put(root).array());
  }

  private static byte[] chain(Map<String, Object> parameters) {
    Parameters p = new Parameters("vbmeta chain", parameters);
    byte[] name = p.text("name", "boot").getBytes(StandardCharsets.UTF_8);
    byte[] key = key(p.number("bits", 4096), p.flag("published", false));
    ByteBuffer body = ByteBuffer.allocate(76 + name.length + key.length);
    body.putInt(p.number("location", 1)).putInt(name.length).putInt(key.length).position(76);
    p.done();
    return descriptor(4, body.put(name).put(key).array());
  }

  private static byte[] descriptor(int tag, byte[] body) {
    byte[] whole = padded(body, 8);
    return ByteBuffer.allocate(16 + whole.length)
        .putLong(tag)
        .putLong(whole.length)
        .put(whole)
        .array();
  }

  private static byte[] padded(byte[] bytes, int step) {
    return Arrays.copyOf(bytes, (bytes.length + step - 1) / step * step);
  }
}
