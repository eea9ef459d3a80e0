package dev.assay.catalogue.forge;

import java.util.Map;

/**
 * Public keys of OpenPGP, such as packages are checked with.
 *
 * <p>Parameters: those of the key of a {@link CertificateForge}.
 */
public final class OpenPgpKeyForge implements Forge {
  @Override
  public String name() {
    return "openPgpKey";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    return OpenPgpSigner.of(parameters).publicKey();
  }
}
