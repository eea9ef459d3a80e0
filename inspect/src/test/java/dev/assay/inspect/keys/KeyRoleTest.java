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
    assertThat(role("server")).isEqualTo("tls-key");
  }

  @Test
  void theKeyThatAndroidsToolsMakeForDevelopmentIsNone() throws Exception {
    assertThat(role("androiddebugkey")).isEqualTo("test");
  }

  private String role(String alias) throws Exception {
    Path store = folder.resolve(alias + ".keystore");
    Tool.run(
        folder,
        "keytool",
        "-genkeypair",
        "-keyalg",
        "RSA",
        "-keysize",
        "2048",
        "-dname",
        "CN=Android Debug,O=Android,C=US",
        "-alias",
        alias,
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString(),
        "-storepass",
        "android");
    Object facts =
        Tree.ofASystem()
            .file("opt/app/a.keystore", Files.readAllBytes(store))
            .only("private-key")
            .facts();
    return ((PrivateKeyFacts) facts).role();
  }
}
