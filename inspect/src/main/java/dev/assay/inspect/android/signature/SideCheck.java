package dev.assay.inspect.android.signature;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.apk.SideSignature;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Verifies scheme v4: the file beside a package. */
final class SideCheck {
  /** The only kind of tree that the system takes. */
  static final PageTree TREE = new PageTree("SHA-256", new byte[0]);

  private static final int SHA_256 = 1;
  private static final int PAGE_LOG = 12;
  private static final int MAX_TREE = 64 << 20;

  private final String path;
  private final Verdicts verdicts = new Verdicts();

  private SideCheck(String path) {
    this.path = path;
  }

  /**
   * @param path of the file
   * @param size of the package, in bytes
   * @param apk what the package's own signatures say
   */
  static Verdicts of(String path, Bytes file, long size, SignatureFacts apk) {
    SideCheck check = new SideCheck(path);
    try {
      check.run(SideSignature.read(file), size, apk);
    } catch (Malformed unreadable) {
      check.flaw("unread", unreadable.problem().message());
    }
    return check.verdicts;
  }

  private void run(SideSignature side, long size, SignatureFacts apk) {
    String digest = HexFormat.of().formatHex(side.packageDigest());
    if (!apk.contents().contains(digest)) {
      flaw("content", "it is for a package of digest " + digest + ", not for this one");
    }
    blocks(side, size, apk.rootHash());
    Optional<Signatory> own = Signatory.of(side.certificate());
    Optional<Algorithm> algorithm = Algorithm.of(side.algorithm());
    if (own.isEmpty() || algorithm.isEmpty()) {
      flaw("algorithms", "certificate or algorithm are not known");
      return;
    }
    if (!Arrays.equals(own.get().encodedKey(), side.publicKey())) {
      flaw("key", "the key is not that of the certificate");
    }
    try {
      if (!algorithm.get().verifies(own.get().key(), side.signed(size), side.signature())) {
        flaw("signature", "the signature is not that of the certificate's key");
      }
    } catch (GeneralSecurityException | RuntimeException unfit) {
      flaw("signature", "the signature cannot be verified: " + unfit.getMessage());
    }
  }

  private void blocks(SideSignature side, long size, String rootHash) {
    if (side.hash() != SHA_256 || side.blockLog() != PAGE_LOG || side.salt().length != 0) {
      flaw(
          "unread",
          "expected a tree of SHA-256 over pages of 4096 bytes without salt; found hash "
              + side.hash()
              + ", pages of 2^"
              + side.blockLog()
              + " bytes, a salt of "
              + side.salt().length);
      return;
    }
    String root = HexFormat.of().formatHex(side.rootHash());
    if (!root.equals(rootHash)) {
      flaw("blocks", "its root hash is " + root + ", that of the package's blocks " + rootHash);
    }
    byte[] tree = side.tree().toArray(MAX_TREE);
    if (tree.length > 0 && !TREE.leads(side.rootHash(), tree, size)) {
      flaw("tree", "its tree of " + tree.length + " bytes does not lead to its root hash");
    }
  }

  private void flaw(String code, String found) {
    verdicts.flaw("v4", code, path, found);
  }
}
