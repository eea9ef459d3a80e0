package dev.assay.evidence.sign;

import dev.assay.verify.attest.Algorithm;
import dev.assay.verify.attest.BadKey;
import dev.assay.verify.attest.Pem;
import dev.assay.verify.attest.VerifyingKey;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.SmallFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Set;

/**
 * Keys as two files: {@code NAME.key} with the private half as PKCS#8 PEM, for its owner's eyes
 * only, and {@code NAME.pub} with the public half as SubjectPublicKeyInfo PEM.
 */
public final class KeyFiles {
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final String KEY = ".key";
  private static final String PUB = ".pub";

  private KeyFiles() {}

  /**
   * Makes a key and writes both files; nothing is overwritten.
   *
   * @param name path of both without the ending
   * @return hex id of the key
   * @throws FileAlreadyExistsException if one of them exists; neither is written then
   */
  public static String generate(Algorithm algorithm, Path name) throws IOException {
    KeyPair pair = generate(algorithm);
    Path secret = name.resolveSibling(name.getFileName() + KEY);
    Path open = name.resolveSibling(name.getFileName() + PUB);
    if (Files.exists(open)) {
      throw new FileAlreadyExistsException(open.toString());
    }
    create(secret, Pem.write(PRIVATE, pair.getPrivate().getEncoded()), "rw-------");
    try {
      create(open, Pem.write(PUBLIC, pair.getPublic().getEncoded()), "rw-r--r--");
    } catch (IOException e) {
      Files.delete(secret);
      throw e;
    }
    return new VerifyingKey(pair.getPublic(), algorithm).id();
  }

  /**
   * Makes a P-256 key in a token and writes its public half beside the file that describes it;
   * nothing is overwritten.
   *
   * @param file a {@link TokenKey} file
   * @return hex id of the key
   * @throws FileAlreadyExistsException if the public half exists; no key is made then
   * @throws BadKey saying why none can be made
   */
  public static String generateInToken(Path file) throws IOException, BadKey {
    Path open = open(file);
    if (Files.exists(open)) {
      throw new FileAlreadyExistsException(open.toString());
    }
    PublicKey key = TokenKey.generate(file);
    create(open, Pem.write(PUBLIC, key.getEncoded()), "rw-r--r--");
    return VerifyingKey.read(key.getEncoded()).id();
  }

  /** Where the public half of a private one is. */
  private static Path open(Path secret) {
    return secret.resolveSibling(
        String.valueOf(secret.getFileName()).replaceFirst("\\.(key|pem|pkcs11)$", "") + PUB);
  }

  private static KeyPair generate(Algorithm algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.keys());
      generator.initialize(
          switch (algorithm) {
            case ED25519 -> NamedParameterSpec.ED25519;
            case P256 -> new ECGenParameterSpec(algorithm.curve());
          });
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has " + algorithm.keys(), e);
    }
  }

  private static void create(Path file, String text, String mode) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
            }
            : new FileAttribute<?>[0];
    try (var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
      channel.write(StandardCharsets.US_ASCII.encode(text));
    }
  }

  /**
   * Reads a key.
   *
   * @param name of the private half, with or without {@code .key}, or of a {@link TokenKey} file;
   *     the public half is looked for beside it
   * @throws BadKey saying what is missing, or what is no key
   */
  public static SigningKey read(Path name) throws BadKey {
    Path bare = name.resolveSibling(name.getFileName() + KEY);
    Path secret = Files.isRegularFile(name) || !Files.exists(bare) ? name : bare;
    Path open = open(secret);
    PrivateKey key =
        String.valueOf(secret.getFileName()).endsWith(TokenKey.ENDING)
            ? TokenKey.read(secret)
            : secret(block(secret, PRIVATE, "no key " + secret), secret);
    Pem other =
        block(
            open,
            PUBLIC,
            secret
                + " needs its public half beside it: openssl pkey -in "
                + secret
                + " -pubout -out "
                + open);
    try {
      return SigningKey.of(key, VerifyingKey.read(other.der()));
    } catch (BadKey e) {
      throw new BadKey(secret + " or " + open.getFileName() + ": " + e.getMessage());
    }
  }

  private static Pem block(Path file, String label, String missing) throws BadKey {
    try {
      return Pem.read(SmallFile.read(file, Pem.MAX), label)
          .orElseThrow(() -> new BadKey(file + " holds no PEM block `" + label + "`"));
    } catch (NoSuchFileException e) {
      throw new BadKey(missing);
    } catch (IOException e) {
      throw new BadKey(file + " cannot be read: " + e.getMessage());
    } catch (Damaged e) {
      throw new BadKey(String.valueOf(e.getMessage()));
    }
  }

  private static PrivateKey secret(Pem pem, Path file) throws BadKey {
    for (Algorithm algorithm : Algorithm.values()) {
      try {
        PrivateKey key =
            KeyFactory.getInstance(algorithm.keys())
                .generatePrivate(new PKCS8EncodedKeySpec(pem.der()));
        if (Algorithm.of(key).isPresent()) {
          return key;
        }
      } catch (GeneralSecurityException e) {
        // Not of this algorithm.
      }
    }
    throw new BadKey(file + " is no Ed25519 and no P-256 private key");
  }
}
