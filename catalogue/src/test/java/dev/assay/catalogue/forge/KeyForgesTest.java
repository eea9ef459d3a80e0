package dev.assay.catalogue.forge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What the forges make is read by the JDK, too. */
class KeyForgesTest {
  @Test
  void theSameParametersGiveTheSameBytes() {
    for (Forge forge :
        List.of(
            new CertificateForge(),
            new PrivateKeyForge(),
            new KeyStoreForge(),
            new AuthorizedKeysForge(),
            new AndroidForge(),
            new NoiseForge(),
            new LuksForge())) {
      assertArrayEquals(forge.make(Map.of()), forge.make(Map.of()), forge.name());
      assertThrows(
          IllegalArgumentException.class, () -> forge.make(Map.of("misspelt", 1)), forge.name());
    }
  }

  @Test
  void certificatesAreSignedByTheirKey() throws Exception {
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      byte[] der =
          new CertificateForge()
              .make(Map.of("algorithm", algorithm, "der", true, "names", List.of("a.test")));
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      certificate.verify(certificate.getPublicKey());
      assertEquals("CN=device.test", certificate.getSubjectX500Principal().getName());
    }
  }

  @Test
  void theJdkOpensForgedKeyStores() throws Exception {
    byte[] pkcs12 =
        new KeyStoreForge().make(Map.of("password", "secret", "keys", 1, "certificates", 1));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(pkcs12), "secret".toCharArray());
    assertEquals(
        1, Collections.list(store.aliases()).stream().filter(a -> isKey(store, a)).count());
    byte[] jks =
        new KeyStoreForge().make(Map.of("format", "jks", "password", "secret", "certificates", 2));
    KeyStore old = KeyStore.getInstance("JKS");
    old.load(new ByteArrayInputStream(jks), "secret".toCharArray());
    assertEquals(3, old.size());
  }

  @Test
  void packagesAreArchives() throws Exception {
    byte[] apk = new AndroidForge().make(Map.of("schemes", List.of("v1")));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(apk))) {
      assertEquals("AndroidManifest.xml", zip.getNextEntry().getName());
      assertEquals(3, zip.readAllBytes()[0]);
    }
  }

  private static boolean isKey(KeyStore store, String alias) {
    try {
      return store.isKeyEntry(alias);
    } catch (KeyStoreException e) {
      throw new IllegalStateException(e);
    }
  }
}
