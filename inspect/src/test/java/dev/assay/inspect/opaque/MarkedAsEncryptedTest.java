package dev.assay.inspect.opaque;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class MarkedAsEncryptedTest {
  @Test
  void aMemberThatIsOnlyMarkedIsExaminedAndTheMarkIsReported() throws IOException {
    Tree tree = Tree.ofASystem().file("opt/a.zip", marked(0));
    assertThat(tree.problems("opt/a.zip!/f")).containsExactly("container.false-encryption");
    assertThat(tree.all("opaque")).isEmpty();
  }

  @Test
  void aMemberWhoseBytesSayNothingInClearIsEncrypted() throws IOException {
    Tree tree = Tree.ofASystem().file("opt/a.zip", marked(7));
    assertThat(tree.problems("opt/a.zip!/f")).containsExactly("zip.encrypted");
    assertThat(((OpaqueFacts) tree.only("opaque").facts()).reason()).isEqualTo("encrypted");
  }

  /** Bit 0 of the flags in both headers, and the first byte of the data changed. */
  private static byte[] marked(int change) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("f"));
      zip.write("a text of a few words, a text of a few words".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    byte[] bytes = out.toByteArray();
    bytes[6] |= 1;
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\1\2") + 8] |= 1;
    bytes[31] ^= (byte) change;
    return bytes;
  }
}
