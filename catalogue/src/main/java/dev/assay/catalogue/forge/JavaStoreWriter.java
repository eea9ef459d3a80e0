package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Writes Java's own key store, with noise for the encrypted keys: nothing but their owner reads
 * them.
 */
final class JavaStoreWriter {
  private JavaStoreWriter() {}

  static byte[] write(int magic, String password, List<byte[]> owned, List<byte[]> trusted) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(magic);
      out.writeInt(2);
      out.writeInt(owned.size() + trusted.size());
      for (int i = 0; i < owned.size(); i++) {
        entry(out, 1, "key" + i);
        field(out, TestKeys.noise("sealed " + i, 300));
        out.writeInt(1);
        certificate(out, owned.get(i));
      }
      for (int i = 0; i < trusted.size(); i++) {
        entry(out, 2, "authority" + i);
        certificate(out, trusted.get(i));
      }
      bytes.writeBytes(digest(password, bytes.toByteArray()));
      return bytes.toByteArray();
    } catch (IOException e) {
      throw TestKeys.impossible(e);
    }
  }

  private static void entry(DataOutputStream out, int tag, String alias) throws IOException {
    out.writeInt(tag);
    out.writeUTF(alias);
    out.writeLong(1_700_000_000_000L);
  }

  private static void certificate(DataOutputStream out, byte[] der) throws IOException {
    out.writeUTF("X.509");
    field(out, der);
  }

  private static void field(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] digest(String password, byte[] before) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(password.getBytes(StandardCharsets.UTF_16BE));
      digest.update("Mighty Aphrodite".getBytes(StandardCharsets.UTF_8));
      return digest.digest(before);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-1", e);
    }
  }
}
