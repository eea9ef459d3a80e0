package dev.assay.catalogue.forge;

import java.util.List;

/** Table of contents: every kind of file the controls can ask for. */
public final class Forges {
  private Forges() {}

  private static final List<Forge> ALL =
      List.of(
          new CertificateForge(),
          new PrivateKeyForge(),
          new KeyStoreForge(),
          new AuthorizedKeysForge(),
          new AndroidForge(),
          new SideSignatureForge(),
          new LibraryForge(),
          new ApexForge(),
          new JarForge(),
          new NoiseForge(),
          new LuksForge(),
          new RpmForge(),
          new OpenPgpKeyForge(),
          new VbMetaForge(),
          new FlatImageForge(),
          new TrxForge(),
          new EncryptedImageForge(),
          new ElfForge(),
          new ModuleForge(),
          new BootloaderForge());

  public static List<Forge> all() {
    return ALL;
  }
}
