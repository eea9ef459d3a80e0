package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;

/** Writes BouncyCastle's key store, version 2, with noise for the sealed keys. */
final class BouncyStoreWriter {
  private static final int ROUNDS = 1500;

  private BouncyStoreWriter() {}

  static byte[] write(String password, List<byte[]> owned, List<byte[]> trusted) {
    byte[] salt = TestKeys.noise("salt", 20);
    byte[] entries = entries(owned, trusted);
    return new Wire()
        .number(2)
        .field(salt)
        .number(ROUNDS)
        .raw(entries)
        .raw(mac(password, salt, entries))
        .bytes();
  }

  private static byte[] entries(List<byte[]> owned, List<byte[]> trusted) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      for (int i = 0; i < owned.size(); i++) {
        entry(out, 4, "key" + i);
        out.writeInt(1);
        certificate(out, owned.get(i));
        byte[] sealed = TestKeys.noise("sealed " + i, 300);
        out.writeInt(sealed.length);
        out.write(sealed);
      }
      for (int i = 0; i < trusted.size(); i++) {
        entry(out, 1, "authority" + i);
        out.writeInt(0);
        certificate(out, trusted.get(i));
      }
      out.writeByte(0);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw TestKeys.impossible(e);
    }
  }

  private static void entry(DataOutputStream out, int tag, String alias) throws IOException {
    out.writeByte(tag);
    out.writeUTF(alias);
    out.writeLong(1_700_000_000_000L);
  }

  private static void certificate(DataOutputStream out, byte[] der) throws IOException {
    out.writeUTF("X.509");
    out.writeInt(der.length);
    out.write(der);
  }

  private static byte[] mac(String password, byte[] salt, byte[] entries) {
    PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(new SHA1Digest());
    generator.init(
        PBEParametersGenerator.PKCS12PasswordToBytes(password.toCharArray()), salt, ROUNDS);
    HMac mac = new HMac(new SHA1Digest());
    mac.init(generator.generateDerivedMacParameters(160));
    mac.update(entries, 0, entries.length);
    byte[] value = new byte[20];
    mac.doFinal(value, 0);
    return value;
  }
}
