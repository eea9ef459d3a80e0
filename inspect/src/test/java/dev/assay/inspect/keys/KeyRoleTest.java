package dev.assay.inspect.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a key in a store is there for, by the certificate it belongs to. */
class KeyRoleTest {
  @TempDir private Path folder;

  @Test
  void aKeyOfAServersCertificateIsItsKey() throws Exception {
    assertThat(role("CN=device.example,O=Maker")).isEqualTo("tls-key");
  }

  @Test
  void theKeyThatAndroidsToolsMakeForDevelopmentIsNone() throws Exception {
    assertThat(role("CN=Android Debug,O=Android,C=US")).isEqualTo("test");
  }

  private String role(String subject) throws Exception {
    Tool.run(
        folder,
        "keytool",
        "-genkeypair",
        "-keyalg",
        "RSA",
        "-keysize",
        "2048",
        "-dname",
        subject,
        "-alias",
        "a",
        "-storetype",
        "PKCS12",
        "-keystore",
        "a.keystore",
        "-storepass",
        "android");
    byte[] store = Files.readAllBytes(folder.resolve("a.keystore"));
    Object facts = Tree.ofASystem().file("opt/app/a.keystore", store).only("private-key").facts();
    return ((PrivateKeyFacts) facts).role();
  }
}
