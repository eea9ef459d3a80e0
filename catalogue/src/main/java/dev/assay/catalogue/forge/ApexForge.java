package dev.assay.catalogue.forge;

import static dev.assay.catalogue.forge.LittleEndian.joined;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Modules of Android (APEX).
 *
 * <p>Parameters: {@code name}, {@code version} (below 128), {@code keyBits} and {@code published}
 * (the module's key, as {@link VbMetaForge} has them), {@code signature} (parameters of {@link
 * VbMetaForge}; empty for none).
 */
public final class ApexForge implements Forge {
  private static final int FOOTER = 64;

  @Override
  public String name() {
    return "apex";
  }

  /** With a page of zeros for a file system. */
  @Override
  public byte[] make(Map<String, Object> parameters) {
    return of(new byte[4096], parameters);
  }

  /**
   * @param image the file system
   */
  public static byte[] of(byte[] image, Map<String, Object> parameters) {
    Parameters p = new Parameters("apex", parameters);
    byte[] named = p.text("name", "test.module").getBytes(StandardCharsets.UTF_8);
    byte[] key = VbMetaForge.key(p.number("keyBits", 4096), p.flag("published", false));
    // Field 1, of bytes; field 2, a number.
    byte[] manifest =
        joined(
            new byte[] {0x0A, (byte) named.length},
            named,
            new byte[] {0x10, (byte) p.number("version", 1)});
    Map<String, Object> signature = p.map("signature", Map.of());
    p.done();
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("apex_manifest.pb", manifest);
    members.put("apex_pubkey", key);
    members.put("apex_payload.img", signature.isEmpty() ? image : signed(image, signature));
    return StoredZip.of(members, parts -> new byte[0]);
  }

  /** An image with its vbmeta behind it, and the footer that says where. */
  private static byte[] signed(byte[] image, Map<String, Object> signature) {
    byte[] meta = new VbMetaForge().make(signature);
    ByteBuffer footer = ByteBuffer.allocate(FOOTER);
    footer.put("AVBf".getBytes(StandardCharsets.US_ASCII)).putInt(1).putInt(0);
    footer.putLong(image.length).putLong(image.length).putLong(meta.length);
    return joined(image, meta, footer.array());
  }
}
