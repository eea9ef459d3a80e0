package dev.assay.inspect.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.formats.Bytes;
import dev.assay.formats.pem.Pem;
import dev.assay.inspect.Seeds;
import dev.assay.inspect.Tree;
import dev.assay.inspect.certificates.Certificate;
import dev.assay.model.Described;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On files that OpenSSL, OpenSSH and keytool wrote. */
class KeyMaterialTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "RSA, rsa_keygen_bits:2048, RSA, 2048",
    "EC, ec_paramgen_curve:P-256, EC, 256",
    "EC, ec_paramgen_curve:secp256k1, EC, 256",
    "ED25519, '', Ed25519, 256"
  })
  void tiesACertificateToItsKey(String algorithm, String option, String named, int bits)
      throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("genpkey", "-algorithm", algorithm, "-out", "key.pem"));
    if (!option.isEmpty()) {
      arguments.addAll(List.of("-pkeyopt", option));
    }
    Tool.run(directory, "openssl", arguments.toArray(String[]::new));
    Tool.run(
        directory,
        "openssl",
        "req",
        "-x509",
        "-key",
        "key.pem",
        "-out",
        "cert.pem",
        "-days",
        "30",
        "-subj",
        "/O=Maker/CN=*.device.test",
        "-addext",
        "subjectAltName=DNS:device.test,IP:10.0.0.1",
        "-addext",
        "extendedKeyUsage=serverAuth");
    Certificate certificate = read("cert.pem").certificates().getFirst();
    FoundKey key = read("key.pem").keys().getFirst();
    assertEquals(named, key.key().algorithm());
    assertEquals(bits, key.key().bits());
    assertEquals(certificate.key(), key.key());
    assertFalse(key.encrypted());
    assertEquals(30, certificate.validityDays());
    assertEquals(List.of("device.test", "10.0.0.1"), certificate.names());
    assertEquals(List.of("serverAuth"), certificate.extendedKeyUsage());
    assertTrue(certificate.wildcard());
    assertTrue(certificate.ca());
    assertTrue(certificate.selfIssued());
  }

  @ParameterizedTest
  @CsvSource({
    "-traditional, PKCS#1, true",
    "-aes256, PKCS#8, false",
  })
  void tellsHowAKeyIsEncrypted(String form, String format, boolean weak) throws Exception {
    Tool.run(directory, "openssl", "genrsa", "-out", "plain.pem", "2048");
    Tool.run(
        directory,
        "openssl",
        "rsa",
        "-in",
        "plain.pem",
        "-out",
        "key.pem",
        "-aes256",
        "-passout",
        "pass:secret word",
        form);
    FoundKey key = read("key.pem").keys().getFirst();
    assertEquals(format, key.format());
    assertTrue(key.encrypted());
    assertEquals(weak, key.weakProtection());
  }

  /** OpenSSL 1.1.1 labels them so. */
  @Test
  void readsKeysForSm2() throws Exception {
    Tool.run(directory, "openssl", "genpkey", "-algorithm", "SM2", "-out", "pkcs8.pem");
    Tool.run(
        directory,
        "openssl",
        "asn1parse",
        "-in",
        "pkcs8.pem",
        "-strparse",
        "27",
        "-noout",
        "-out",
        "key.der");
    byte[] curve = {
      (byte) 0xA0, 10, 6, 8, 0x2A, (byte) 0x81, 0x1C, (byte) 0xCF, 0x55, 1, (byte) 0x82, 0x2D
    };
    ByteArrayOutputStream sec1 = new ByteArrayOutputStream();
    byte[] der = Files.readAllBytes(directory.resolve("key.der"));
    sec1.write(der, 0, 39);
    sec1.write(curve);
    sec1.write(der, 39, der.length - 39);
    byte[] whole = sec1.toByteArray();
    whole[1] += (byte) curve.length;
    FoundKey key = labelled("SM2 PRIVATE KEY", whole).keys().getFirst();
    assertEquals("SEC1", key.format());
    assertEquals(read("pkcs8.pem").keys().getFirst().key(), key.key());
  }

  @Test
  void readsThatAKeyOfCosignIsEncrypted() throws Exception {
    FoundKey key = labelled("ENCRYPTED SIGSTORE PRIVATE KEY", new byte[9]).keys().getFirst();
    assertTrue(key.encrypted());
    assertFalse(key.weakProtection());
  }

  @Test
  void saysThatAPrivateKeyOfAnotherSortIsNotRead() throws Exception {
    KeyMaterial other = labelled("GOST PRIVATE KEY", new byte[9]);
    assertEquals(List.of(), other.keys());
    assertTrue(other.damaged().getFirst().contains("key.unsupported"));
  }

  @Test
  void leavesKeysThatATpmSealed() throws Exception {
    assertEquals(Optional.empty(), inspected("TSS2 PRIVATE KEY", new byte[9]));
  }

  private static KeyMaterial labelled(String label, byte[] body) {
    return inspected(label, body).orElseThrow();
  }

  private static Optional<KeyMaterial> inspected(String label, byte[] body) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(body);
    String pem = "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    return new KeyMaterialInspector().inspect(Bytes.of(pem.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void readsKeysInDer() throws Exception {
    Tool.run(directory, "openssl", "genrsa", "-out", "key.pem", "2048");
    Tool.run(
        directory,
        "openssl",
        "pkcs8",
        "-topk8",
        "-nocrypt",
        "-in",
        "key.pem",
        "-outform",
        "DER",
        "-out",
        "pkcs8.der");
    Tool.run(
        directory,
        "openssl",
        "rsa",
        "-in",
        "key.pem",
        "-outform",
        "DER",
        "-traditional",
        "-out",
        "pkcs1.der");
    PublicKey key = read("key.pem").keys().getFirst().key();
    assertEquals(key, read("pkcs8.der").keys().getFirst().key());
    assertEquals(key, read("pkcs1.der").keys().getFirst().key());
  }

  @ParameterizedTest
  @CsvSource({"ed25519, Ed25519, 256", "ecdsa, EC, 256", "rsa, RSA, 3072"})
  void readsKeysOfOpenSsh(String type, String algorithm, int bits) throws Exception {
    Tool.run(directory, "ssh-keygen", "-q", "-t", type, "-N", "", "-f", "open");
    Tool.run(directory, "ssh-keygen", "-q", "-t", type, "-N", "secret word", "-f", "sealed");
    FoundKey open = read("open").keys().getFirst();
    assertEquals(algorithm, open.key().algorithm());
    assertEquals(bits, open.key().bits());
    assertFalse(open.encrypted());
    FoundKey sealed = read("sealed").keys().getFirst();
    assertTrue(sealed.encrypted());
    assertEquals(algorithm, sealed.key().algorithm());
    AuthorizedKeysFacts.Key line =
        AuthorizedKeyLine.read(
                "from=\"10.0.0.*,!10.0.0.9\",restrict "
                    + Files.readString(directory.resolve("open.pub")).strip())
            .orElseThrow();
    assertEquals(open.key().sha256(), line.sha256());
    assertEquals(List.of("from", "restrict"), line.options());
    assertTrue(line.restricted() && line.source());
  }

  @Test
  void readsKeysOfDropbear() throws Exception {
    Tool.run(directory, "dropbearkey", "-t", "rsa", "-s", "2048", "-f", "host_key");
    FoundKey key = read("host_key").keys().getFirst();
    assertEquals("dropbear", key.format());
    assertEquals(2048, key.key().bits());
  }

  @ParameterizedTest
  @CsvSource({"pkcs12, PKCS#12", "jks, JKS", "jceks, JCEKS"})
  void opensKeyStoresWithWellKnownPasswords(String type, String format) throws Exception {
    for (String password : List.of("changeit", "7h-Krill-Ofen")) {
      Tool.run(
          directory,
          "keytool",
          "-genkeypair",
          "-storetype",
          type,
          "-keystore",
          password + ".store",
          "-storepass",
          password,
          "-keypass",
          password,
          "-alias",
          "server",
          "-keyalg",
          "RSA",
          "-keysize",
          "2048",
          "-dname",
          "CN=device");
    }
    FoundStore known = read("changeit.store").stores().getFirst();
    assertEquals(format, known.format());
    assertTrue(known.passwordKnown());
    assertEquals("changeit", known.password());
    assertEquals(1, known.privateKeys());
    assertEquals(List.of("server"), known.aliases());
    FoundStore unknown = read("7h-Krill-Ofen.store").stores().getFirst();
    assertFalse(unknown.passwordKnown());
    assertEquals("changeit.store", known.password() + ".store");
  }

  @Test
  void seesThatAJksKeyHasThePasswordOfTheStore() throws Exception {
    Tool.run(
        directory,
        "keytool",
        "-genkeypair",
        "-storetype",
        "jks",
        "-keystore",
        "s.jks",
        "-storepass",
        "changeit",
        "-keypass",
        "changeit",
        "-alias",
        "k",
        "-keyalg",
        "EC",
        "-dname",
        "CN=device");
    assertFalse(read("s.jks").keys().getFirst().encrypted());
  }

  @Test
  void readsAllNamesOfACertificate() throws Exception {
    StringBuilder names = new StringBuilder("subjectAltName=");
    for (int i = 0; i < 300; i++) {
      names.append("DNS:a" + i + ".test,");
    }
    Tool.run(
        directory,
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ed25519",
        "-nodes",
        "-keyout",
        "k.pem",
        "-out",
        "c.pem",
        "-subj",
        "/CN=x",
        "-addext",
        names + "DNS:*");
    List<String> read = read("c.pem").certificates().getFirst().names();
    assertEquals(301, read.size());
    assertEquals("*", read.getLast());
  }

  @Test
  void readsAllEntriesOfAKeyStore() throws Exception {
    Tool.run(
        directory, "openssl", "req", "-x509", "-newkey", "ed25519", "-nodes", "-keyout", "k.pem",
        "-out", "c.pem", "-subj", "/CN=x");
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(directory.resolve("c.pem"))) {
      java.security.cert.Certificate certificate =
          CertificateFactory.getInstance("X.509").generateCertificate(in);
      for (int i = 0; i <= 10_000; i++) {
        store.setCertificateEntry(Integer.toString(i), certificate);
      }
    }
    try (OutputStream out = Files.newOutputStream(directory.resolve("s.jks"))) {
      store.store(out, "changeit".toCharArray());
    }
    assertEquals(10_001, read("s.jks").stores().getFirst().certificates());
  }

  @Test
  void doesNotSayThatAPasswordIsUnknownThatWasNotTried() throws Exception {
    Tool.run(
        directory,
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "k.pem",
        "-out",
        "c.pem",
        "-subj",
        "/CN=x");
    Tool.run(
        directory,
        "openssl",
        "pkcs12",
        "-export",
        "-iter",
        "100001",
        "-in",
        "c.pem",
        "-inkey",
        "k.pem",
        "-passout",
        "pass:changeit",
        "-out",
        "s.p12");
    Described store =
        Tree.ofASystem()
            .file("etc/s.p12", Files.readAllBytes(directory.resolve("s.p12")))
            .only("key-store");
    assertTrue(store.unknown().containsKey("passwordKnown"));
  }

  @Test
  void answersDamageWithWhatIsLeft() throws Exception {
    Tool.run(
        directory,
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "k.pem",
        "-out",
        "c.pem",
        "-subj",
        "/CN=x");
    Tool.run(directory, "openssl", "x509", "-in", "c.pem", "-outform", "DER", "-out", "c.der");
    Tool.run(
        directory,
        "openssl",
        "pkcs12",
        "-export",
        "-in",
        "c.pem",
        "-inkey",
        "k.pem",
        "-passout",
        "pass:changeit",
        "-out",
        "s.p12");
    Tool.run(directory, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "ssh");
    Random random = new Random(1);
    for (String file : List.of("c.der", "k.pem", "s.p12", "ssh")) {
      byte[] sample = Files.readAllBytes(directory.resolve(file));
      for (int round = 0; round < 150; round++) {
        byte[] damaged =
            Arrays.copyOf(sample, round % 3 == 0 ? random.nextInt(sample.length) : sample.length);
        for (int change = 0; change < 3 && damaged.length > 0; change++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        KeyMaterialFuzzTest.survives(damaged);
      }
    }
  }

  private KeyMaterial read(String file) throws IOException {
    Bytes content = Bytes.of(Seeds.plant(Files.readAllBytes(directory.resolve(file))));
    KeyMaterialInspector inspector = new KeyMaterialInspector();
    assertTrue(inspector.wants("application/octet-stream", content, Set.of(Pem.BEGIN)), file);
    Optional<KeyMaterial> material = inspector.inspect(content);
    assertEquals(List.of(), material.orElseThrow().damaged());
    return material.get();
  }
}
