package dev.assay.inspect.keys;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.inspect.certificates.Certificate;
import dev.assay.inspect.certificates.CertificateReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Java's own key store, JKS and JCEKS (as sun.security.provider.JavaKeyStore writes it). Read here
 * and not through the JDK, which would deserialise objects from a JCEKS store.
 *
 * <pre>
 * 0  u32 magic FEEDFEED (JKS), CECECECE (JCEKS)     u32 version 1, 2     u32 number of entries
 * entry: u32 tag   1 key: alias, date, u32 length, encrypted key, u32 chain length, certificates
 *                  2 certificate: alias, date, certificate
 *                  3 secret key (JCEKS): alias, date, a serialised object of unknown length: nothing beyond it can be read
 * alias: u16 length, UTF-8    date: u64    certificate: type as alias (version 2), u32 length, DER
 * end: 20 bytes SHA-1 over password in UTF-16BE, "Mighty Aphrodite", all before
 * </pre>
 */
final class JavaStore {
  private static final int JKS = 0xFEEDFEED;
  private static final int JCEKS = 0xCECECECE;
  private static final int DIGEST = 20;

  private final Block data;
  private final StoreContents out;
  private final StoreCursor in;
  private final int version;
  private int privateKeys;
  private int certificates;
  private int secretKeys;
  private final List<String> aliases = new ArrayList<>();
  private Optional<String> password = Optional.empty();

  private JavaStore(Block data, StoreContents out) {
    this.data = data;
    this.out = out;
    this.in = new StoreCursor(data, 12);
    this.version = data.i32be(4);
  }

  static boolean looksLikeOne(Bytes content) {
    if (content.size() < 32) {
      return false;
    }
    Block head = content.head(8);
    return (head.i32be(0) == JKS || head.i32be(0) == JCEKS)
        && (head.i32be(4) == 1 || head.i32be(4) == 2);
  }

  static FoundStore read(Bytes content, StoreContents out) {
    byte[] all = content.toArray(StoreContents.MAX_SIZE);
    JavaStore store = new JavaStore(Bytes.of(all).block(0, all.length), out);
    String format = store.data.i32be(0) == JKS ? "JKS" : "JCEKS";
    store.password = Passwords.WELL_KNOWN.stream().filter(word -> opens(all, word)).findFirst();
    try {
      store.entries(format);
    } catch (Malformed malformed) {
      out.damaged(malformed);
    }
    return new FoundStore(
        format,
        "SHA1",
        1,
        store.password.isPresent(),
        store.password.orElse(""),
        store.privateKeys,
        store.certificates,
        store.secretKeys,
        List.copyOf(store.aliases),
        format);
  }

  private void entries(String format) {
    long count = data.u32be(8);
    // Each takes bytes of the store, which are bounded.
    for (long i = 0; i < count; i++) {
      int tag = in.i32();
      aliases.add(in.text());
      in.skip(8);
      switch (tag) {
        case 1 -> key(format);
        case 2 -> {
          certificate();
          certificates++;
        }
        case 3 -> {
          secretKeys++;
          return;
        }
        default ->
            throw new Malformed(
                "keystore.entry",
                in.position(),
                "expected entry 1, 2 or 3; found " + tag + "; rest not read");
      }
    }
  }

  private void key(String format) {
    int start = in.position();
    byte[] sealed = in.sized();
    long chain = in.u32();
    PublicKey key = PublicKey.UNKNOWN;
    for (long i = 0; i < chain; i++) {
      Optional<Certificate> found = certificate();
      certificates++;
      if (i == 0) {
        key = found.map(Certificate::key).orElse(key);
      }
    }
    privateKeys++;
    boolean open = password.isPresent() && JksProtection.opens(sealed, password.get());
    out.key(PrivateKeys.found(format, start, sealed, open ? "" : format, true, key));
  }

  private Optional<Certificate> certificate() {
    if (version == 2) {
      in.text();
    }
    int start = in.position() + 4;
    byte[] der = in.sized();
    return out.certificate(() -> CertificateReader.read(der, start));
  }

  private static boolean opens(byte[] all, String word) {
    MessageDigest digest = sha1();
    digest.update(word.getBytes(StandardCharsets.UTF_16BE));
    digest.update("Mighty Aphrodite".getBytes(StandardCharsets.UTF_8));
    digest.update(all, 0, all.length - DIGEST);
    return Arrays.equals(digest.digest(), Arrays.copyOfRange(all, all.length - DIGEST, all.length));
  }

  static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-1", e);
    }
  }
}
