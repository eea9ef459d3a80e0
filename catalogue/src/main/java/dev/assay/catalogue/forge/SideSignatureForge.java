package dev.assay.catalogue.forge;

import static dev.assay.catalogue.forge.LittleEndian.joined;
import static dev.assay.catalogue.forge.LittleEndian.number;
import static dev.assay.catalogue.forge.LittleEndian.prefixed;

import java.util.Map;

/**
 * The signature file beside a package (scheme v4), without its tree of hashes.
 *
 * <p>Parameters: {@code apk} (parameters of the package), {@code damage} ({@code content}, {@code
 * signature}, {@code key}).
 */
public final class SideSignatureForge implements Forge {
  private static final int VERSION = 2;
  private static final int SHA_256 = 1;
  private static final byte PAGE_LOG = 12;

  @Override
  public String name() {
    return "idsig";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    Map<String, Object> packed = p.map("apk", Map.of());
    String damage = p.text("damage", "none");
    p.done();
    AndroidForge.Made apk = AndroidForge.made(packed);
    ApkSigner signer = apk.signing().signer();
    byte[] digest = apk.digest();
    if (damage.equals("content")) {
      digest[0] ^= 1;
    }
    byte[] hashing =
        joined(
            number(SHA_256), new byte[] {PAGE_LOG}, prefixed(new byte[0]), prefixed(new byte[32]));
    byte[] named = joined(prefixed(digest), prefixed(signer.certificate()), prefixed(new byte[0]));
    byte[] size = LittleEndian.of(8).putLong(apk.bytes().length).array();
    byte[] signed = joined(number(12 + hashing.length + named.length), size, hashing, named);
    byte[] key = (damage.equals("key") ? ApkSigning.other() : signer).publicKey();
    byte[] signature = (damage.equals("signature") ? ApkSigning.other() : signer).sign(signed);
    byte[] signing = joined(named, prefixed(key), number(signer.algorithm()), prefixed(signature));
    return joined(number(VERSION), prefixed(hashing), prefixed(signing));
  }
}
