package dev.assay.evidence.sign;

import dev.assay.verify.attest.Algorithm;
import dev.assay.verify.attest.BadKey;
import dev.assay.verify.attest.Pem;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.SmallFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * A private key that never leaves its token, found by a file in place of {@code NAME.key}:
 *
 * <pre>
 * # maker.pkcs11
 * module = /usr/lib/softhsm/libsofthsm2.so
 * slot = 0
 * alias = maker
 * pin = maker.pin
 * </pre>
 *
 * {@code slot} is the place in the module's list of slots, 0 if it is not given; {@code pin} names
 * a file beside this one. The key has a certificate in the token, as {@code assay keygen} and
 * {@code keytool} make it; what others check with is still {@code NAME.pub}.
 */
final class TokenKey {
  static final String ENDING = ".pkcs11";

  private static final Set<String> KEYS = Set.of("module", "slot", "alias", "pin");

  private final Path file;
  private final Properties properties = new Properties();

  private TokenKey(Path file) {
    this.file = file;
  }

  /** The key, to sign with in the token. */
  static PrivateKey read(Path file) throws BadKey {
    return opened(file, TokenKey::existing);
  }

  /** Makes a P-256 key in the token, under an alias that is not in use; gives its public half. */
  static PublicKey generate(Path file) throws BadKey {
    return opened(file, TokenKey::made);
  }

  /** What is done with an open token. */
  private interface Use<T> {
    T of(TokenKey key, KeyStore token, Provider provider) throws BadKey, GeneralSecurityException;
  }

  private static <T> T opened(Path file, Use<T> use) throws BadKey {
    TokenKey key = new TokenKey(file);
    try {
      key.properties.load(new StringReader(text(file)));
      for (String name : key.properties.stringPropertyNames()) {
        if (!KEYS.contains(name)) {
          throw new BadKey(
              file + " has `" + name + "`; it may have " + KEYS.stream().sorted().toList());
        }
      }
      return key.open(use);
    } catch (IOException | IllegalArgumentException e) {
      throw new BadKey(file + " cannot be used: " + e.getMessage());
    }
  }

  private <T> T open(Use<T> use) throws BadKey, IOException {
    String pin = text(file.resolveSibling(get("pin"))).strip();
    try {
      Provider provider = provider();
      KeyStore token = KeyStore.getInstance("PKCS11", provider);
      token.load(null, pin.toCharArray());
      return use.of(this, token, provider);
    } catch (GeneralSecurityException | ProviderException | InvalidParameterException e) {
      throw new BadKey(file + ": the token cannot be opened: " + reason(e));
    }
  }

  private PrivateKey existing(KeyStore token, Provider provider)
      throws BadKey, GeneralSecurityException {
    if (token.getKey(get("alias"), null) instanceof PrivateKey key) {
      return key;
    }
    throw new BadKey(
        file + ": the token has no private key with certificate `" + get("alias") + "`");
  }

  private PublicKey made(KeyStore token, Provider provider)
      throws BadKey, GeneralSecurityException {
    String alias = get("alias");
    if (token.containsAlias(alias)) {
      throw new BadKey(file + ": the token has `" + alias + "` already; choose another alias");
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance(Algorithm.P256.keys(), provider);
    generator.initialize(new ECGenParameterSpec(Algorithm.P256.curve()));
    KeyPair pair = generator.generateKeyPair();
    // Storing it with its certificate is what makes it last in the token.
    token.setKeyEntry(
        alias, pair.getPrivate(), null, new Certificate[] {TokenCertificate.of(pair, alias)});
    return pair.getPublic();
  }

  /** Registered, since signing finds the provider by the key. */
  private Provider provider() throws BadKey {
    String slot = properties.getProperty("slot", "0").strip();
    if (!slot.matches("[0-9]{1,6}")) {
      throw new BadKey(file + ": `slot` is a number, not `" + slot + "`");
    }
    String module = get("module");
    if (!module.matches("/[\\w./+-]+")) {
      throw new BadKey(file + ": `module` is the full path of a library, not `" + module + "`");
    }
    Provider provider =
        Objects.requireNonNull(Security.getProvider("SunPKCS11"))
            .configure("--name=assay\nlibrary=" + module + "\nslotListIndex=" + slot + "\n");
    Security.addProvider(provider);
    return provider;
  }

  private String get(String name) throws BadKey {
    String value = properties.getProperty(name, "").strip();
    if (value.isEmpty()) {
      throw new BadKey(file + " has no `" + name + "`");
    }
    return value;
  }

  private static String text(Path file) throws BadKey, IOException {
    try {
      return new String(SmallFile.read(file, Pem.MAX), StandardCharsets.UTF_8);
    } catch (Damaged e) {
      throw new BadKey(String.valueOf(e.getMessage()));
    }
  }

  private static String reason(Exception failure) {
    Throwable cause = failure.getCause();
    return failure.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
  }
}
