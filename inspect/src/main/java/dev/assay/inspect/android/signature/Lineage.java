package dev.assay.inspect.android.signature;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.apk.Prefixed;
import dev.assay.inspect.scan.Digests;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Verifies a proof of rotation (scheme v3): each certificate is signed by the one before it, and
 * the last is the signer's.
 */
final class Lineage {
  private static final int VERSION = 1;
  private static final int MAX_LEVELS = 40;

  private final BiConsumer<String, String> flaw;
  private final Verdicts verdicts;

  Lineage(BiConsumer<String, String> flaw, Verdicts verdicts) {
    this.flaw = flaw;
    this.verdicts = verdicts;
  }

  /**
   * @param proof u32 version, then levels, each behind its length: signed data (certificate, u32
   *     algorithm that signed it), u32 flags, u32 algorithm that signs the next, signature
   */
  void check(byte[] proof, Signatory signer) {
    Prefixed levels = new Prefixed(Bytes.of(proof).block(0, proof.length));
    int version = levels.number();
    if (version != VERSION) {
      flaw.accept("lineage", "expected a proof of rotation of version 1; found " + version);
      return;
    }
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Optional<Signatory> before = Optional.empty();
    int algorithm = 0;
    while (levels.more() && names.size() < MAX_LEVELS) {
      Prefixed level = new Prefixed(levels.next());
      Block signed = level.next();
      level.number();
      int next = level.number();
      Block signature = level.next();
      Prefixed inner = new Prefixed(signed);
      Block der = inner.next();
      byte[] certificate = der.bytes(0, der.size());
      Optional<Signatory> own = Signatory.of(certificate);
      String name = Digests.sha256(Bytes.of(certificate));
      int by = inner.number();
      boolean good =
          own.isPresent()
              && seen.add(name)
              && (before.isEmpty()
                  || by == algorithm && verifies(before.get(), algorithm, signed, signature));
      if (!good) {
        flaw.accept("lineage", "certificate " + name + " is not signed by the one before it");
        return;
      }
      names.add(name);
      before = own;
      algorithm = next;
    }
    boolean whole = !levels.cut() && !levels.more();
    if (!whole
        || before.isEmpty()
        || !Arrays.equals(before.get().encodedKey(), signer.encodedKey())) {
      flaw.accept("lineage", "the proof of rotation does not end with the signer's certificate");
    }
    verdicts.lineage(List.copyOf(names));
  }

  private static boolean verifies(Signatory before, int algorithm, Block signed, Block signature) {
    Optional<Algorithm> known = Algorithm.of(algorithm);
    try {
      return known.isPresent()
          && known
              .get()
              .verifies(
                  before.key(),
                  signed.bytes(0, signed.size()),
                  signature.bytes(0, signature.size()));
    } catch (GeneralSecurityException | RuntimeException unfit) {
      return false;
    }
  }
}
