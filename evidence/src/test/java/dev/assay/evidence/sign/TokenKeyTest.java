package dev.assay.evidence.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.verify.attest.BadKey;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in a token of SoftHSM; skipped where it is not installed. */
class TokenKeyTest {
  private static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");

  @TempDir Path directory;

  /** Signs in a process of its own, as SoftHSM reads its configuration from the environment. */
  public static final class Signs {
    private Signs() {}

    public static void main(String[] arguments) throws Exception {
      SigningKey key = KeyFiles.read(Path.of(arguments[0]));
      byte[] message = "evidence".getBytes(StandardCharsets.UTF_8);
      byte[] signature = key.sign(message);
      System.out.println(key.open().algorithm() + " " + key.open().verifies(message, signature));
      message[0]++;
      System.out.println(key.open().verifies(message, signature));
    }
  }

  private String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("SOFTHSM2_CONF", directory.resolve("softhsm2.conf").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private void token() throws IOException, InterruptedException {
    Files.createDirectories(directory.resolve("tokens"));
    Files.writeString(
        directory.resolve("softhsm2.conf"),
        "directories.tokendir = " + directory.resolve("tokens") + "\nobjectstore.backend = file\n");
    run(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "assay",
        "--pin",
        "1234",
        "--so-pin",
        "5678");
    Files.writeString(directory.resolve("maker.pin"), "1234\n");
    Files.writeString(
        directory.resolve("maker.pkcs11"),
        "module = " + MODULE + "\nslot = 0\nalias = maker\npin = maker.pin\n");
  }

  private void keyByKeytool() throws IOException, InterruptedException {
    Files.writeString(
        directory.resolve("provider.cfg"), "name=test\nlibrary=" + MODULE + "\nslotListIndex=0\n");
    String[] keytool = {
      Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
      "-keystore",
      "NONE",
      "-storetype",
      "PKCS11",
      "-storepass",
      "1234",
      "-alias",
      "maker",
      "-addprovider",
      "SunPKCS11",
      "-providerarg",
      directory.resolve("provider.cfg").toString()
    };
    run(with(keytool, "-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=m"));
    run(with(keytool, "-exportcert", "-rfc", "-file", directory.resolve("maker.crt").toString()));
    Files.writeString(
        directory.resolve("maker.pub"),
        run(
            "openssl",
            "x509",
            "-in",
            directory.resolve("maker.crt").toString(),
            "-pubkey",
            "-noout"));
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(List.of(command).stream(), List.of(more).stream()).toArray(String[]::new);
  }

  @Test
  void aKeyInATokenSigns() throws Exception {
    assumeTrue(Files.isReadable(MODULE), "softhsm2 is not installed");
    token();
    keyByKeytool();
    assertThat(java(Signs.class)).contains("P256 true\nfalse\n");
  }

  /** As {@link Signs}. */
  public static final class Makes {
    private Makes() {}

    public static void main(String[] arguments) throws Exception {
      System.out.println(KeyFiles.generateInToken(Path.of(arguments[0])));
    }
  }

  /** A second one of the name is refused, though its public half is not there any more. */
  public static final class MakesAgain {
    private MakesAgain() {}

    public static void main(String[] arguments) {
      assertThatThrownBy(() -> KeyFiles.generateInToken(Path.of(arguments[0])))
          .isInstanceOf(BadKey.class)
          .hasMessageContaining("has `maker` already");
    }
  }

  @Test
  void aKeyIsMadeInATokenAndSignsThere() throws Exception {
    assumeTrue(Files.isReadable(MODULE), "softhsm2 is not installed");
    token();
    assertThat(java(Makes.class)).containsPattern("(?m)^[0-9a-f]{64}$");
    assertThat(java(Signs.class)).contains("P256 true\nfalse\n");
    Files.delete(directory.resolve("maker.pub"));
    java(MakesAgain.class);
    assertThat(directory.resolve("maker.pub")).doesNotExist();
  }

  private String java(Class<?> main) throws IOException, InterruptedException {
    return run(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path", "").replace(File.pathSeparator, ":"),
        main.getName(),
        directory.resolve("maker.pkcs11").toString());
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    Path file = directory.resolve("maker.pkcs11");
    refused(file, "alias = maker\n", "has no `pin`");
    refused(file, "pin = maker.pin\nlabel = x\n", "has `label`");
    Files.writeString(directory.resolve("maker.pin"), "1234");
    refused(file, "pin = maker.pin\nmodule = a b\n", "full path of a library");
    refused(file, "pin = maker.pin\nmodule = /x\nslot = first\n", "`slot` is a number");
    refused(file, "pin = maker.pin\nmodule = /none.so\nalias = a\n", "cannot be opened");
  }

  private static void refused(Path file, String text, String said) throws IOException {
    Files.writeString(file, text);
    assertThatThrownBy(() -> KeyFiles.read(file))
        .isInstanceOf(BadKey.class)
        .hasMessageContaining(said);
  }
}
