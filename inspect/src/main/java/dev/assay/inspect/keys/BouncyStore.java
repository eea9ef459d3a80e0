package dev.assay.inspect.keys;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.inspect.certificates.Certificate;
import dev.assay.inspect.certificates.CertificateReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;

/**
 * BouncyCastle's key store BKS, usual on Android.
 *
 * <pre>
 * 0  u32 version 1, 2    u32 salt length, salt    u32 rounds
 * entry: u8 tag   1 certificate   2 key in clear   3 secret   4 sealed      alias, u64 date, u32 chain length, certificates, then
 *                 1: type, u32 length, DER        2: u8 kind, format, algorithm, u32 length, bytes     3, 4: u32 length, bytes
 *        tag 0 ends
 * text: u16 length, UTF-8     certificate: type, u32 length, DER
 * end: 20 bytes HMAC-SHA1 over the entries; key by PKCS#12 from password, salt and rounds
 * </pre>
 */
final class BouncyStore {
  private static final int MAC = 20;
  private static final int MAX_ROUNDS = 100_000;

  private final Block data;
  private final StoreContents out;
  private final StoreCursor in;
  private int privateKeys;
  private int certificates;
  private int secretKeys;
  private final List<String> aliases = new ArrayList<>();

  private BouncyStore(Block data, StoreContents out) {
    this.data = data;
    this.out = out;
    this.in = new StoreCursor(data, 32);
  }

  static boolean looksLikeOne(Bytes content) {
    if (content.size() < 64 || content.size() > StoreContents.MAX_SIZE) {
      return false;
    }
    Block head = content.head(64);
    // BouncyCastle salts with 20 bytes and takes 1024 to 2047 rounds.
    return (head.i32be(0) == 1 || head.i32be(0) == 2)
        && head.i32be(4) == 20
        && head.i32be(28) >= 1
        && head.i32be(28) <= MAX_ROUNDS
        && head.u8(32) <= 4;
  }

  static FoundStore read(Bytes content, StoreContents out) {
    byte[] all = content.toArray(StoreContents.MAX_SIZE);
    BouncyStore store = new BouncyStore(Bytes.of(all).block(0, all.length), out);
    Optional<String> password =
        Passwords.WELL_KNOWN.stream().filter(word -> opens(all, store.data, word)).findFirst();
    try {
      store.entries(password.isPresent());
    } catch (Malformed malformed) {
      out.damaged(malformed);
    }
    return new FoundStore(
        "BKS",
        "HMAC-SHA1",
        store.data.i32be(28),
        password.isPresent(),
        password.orElse(""),
        store.privateKeys,
        store.certificates,
        store.secretKeys,
        List.copyOf(store.aliases),
        store.privateKeys + store.secretKeys > 0 ? "3DES" : "");
  }

  private void entries(boolean open) {
    // Each takes bytes of the store, which are bounded.
    for (int tag = in.u8(); tag != 0; tag = in.u8()) {
      aliases.add(in.text());
      in.skip(8);
      long chain = in.u32();
      PublicKey key = PublicKey.UNKNOWN;
      for (long link = 0; link < chain; link++) {
        Optional<Certificate> found = certificate();
        key = link == 0 ? found.map(Certificate::key).orElse(key) : key;
      }
      entry(tag, key, chain > 0, open);
    }
  }

  private void entry(int tag, PublicKey key, boolean hasChain, boolean open) {
    int start = in.position();
    switch (tag) {
      case 1 -> certificate();
      case 2 -> {
        in.skip(1);
        in.text();
        in.text();
        privateKeys++;
        out.key(PrivateKeys.found("BKS", start, in.sized(), "", false, key));
      }
      case 3, 4 -> {
        byte[] sealed = in.sized();
        if (hasChain) {
          privateKeys++;
          out.key(PrivateKeys.found("BKS", start, sealed, open ? "" : "3DES, PKCS#12", false, key));
        } else {
          secretKeys++;
        }
      }
      default ->
          throw new Malformed(
              "keystore.entry", start, "expected entry 0 to 4; found " + tag + "; rest not read");
    }
  }

  private Optional<Certificate> certificate() {
    in.text();
    int start = in.position() + 4;
    byte[] der = in.sized();
    certificates++;
    return out.certificate(() -> CertificateReader.read(der, start));
  }

  private static boolean opens(byte[] all, Block data, String word) {
    PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(new SHA1Digest());
    generator.init(
        PBEParametersGenerator.PKCS12PasswordToBytes(word.toCharArray()),
        data.bytes(8, 20),
        data.i32be(28));
    // Version 1 took the digest's 20 bytes for 20 bits.
    int bits = data.i32be(0) == 1 ? MAC : MAC * 8;
    HMac mac = new HMac(new SHA1Digest());
    mac.init(generator.generateDerivedMacParameters(bits));
    mac.update(all, 32, all.length - 32 - MAC);
    byte[] expected = new byte[MAC];
    mac.doFinal(expected, 0);
    return Arrays.equals(expected, 0, MAC, all, all.length - MAC, all.length);
  }
}
