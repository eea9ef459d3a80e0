package dev.assay.inspect.android.signature;

import dev.assay.formats.Malformed;
import dev.assay.formats.apk.ApkSigningBlock;
import dev.assay.formats.apk.BlockSigner;
import dev.assay.formats.apk.BlockSigner.Numbered;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Verifies one signature of a signing block: scheme v2, v3 or v3.1. */
final class BlockCheck {
  private static final int STRIPPING_PROTECTION = 0xBEEFF00D;
  private static final int ROTATION_MIN_SDK = 0x559F8B02;
  private static final int PROOF_OF_ROTATION = 0x3BA06F8C;

  private final ApkSigningBlock.Signature signature;
  private final SignedContent content;
  private final List<String> schemes;
  private final Verdicts verdicts;

  /**
   * @param schemes that the package has
   */
  BlockCheck(
      ApkSigningBlock.Signature signature,
      SignedContent content,
      List<String> schemes,
      Verdicts verdicts) {
    this.signature = signature;
    this.content = content;
    this.schemes = schemes;
    this.verdicts = verdicts;
  }

  void run() {
    verdicts.checks(signature.scheme());
    if (!signature.whole()) {
      flaw("unread", "a length is larger than what it is in, or there are no signers");
    }
    signature.signers().forEach(this::check);
  }

  private void check(BlockSigner signer) {
    List<Signatory> chain =
        signer.certificates().stream().flatMap(der -> Signatory.of(der).stream()).toList();
    if (chain.isEmpty() || chain.size() < signer.certificates().size()) {
      flaw("unread", "a certificate cannot be read, or there is none");
    }
    if (!chain.isEmpty()) {
      Signatory own = chain.getFirst();
      if (!Arrays.equals(own.encodedKey(), signer.publicKey())) {
        flaw("key", "the key is not that of the certificate");
      }
      signatures(signer, own);
      chain(chain);
      signer
          .attribute(PROOF_OF_ROTATION)
          .ifPresent(proof -> new Lineage(this::flaw, verdicts).check(proof, own));
    }
    if (!signer.sameRange()) {
      flaw("levels", "the API levels differ from those that are signed");
    }
    digests(signer);
    stripping(signer);
  }

  private void signatures(BlockSigner signer, Signatory own) {
    boolean known = false;
    byte[] signed = signer.signed().bytes(0, signer.signed().size());
    for (Numbered each : signer.signatures()) {
      Optional<Algorithm> algorithm = Algorithm.of(each.id());
      if (algorithm.isPresent()) {
        known = true;
        verify(algorithm.get(), own, signed, each.value());
      }
    }
    if (!known) {
      flaw("algorithms", "no signature is of a known algorithm");
    }
    if (!ids(signer.signatures()).equals(ids(signer.digests()))) {
      flaw("algorithms", "digests and signatures are of different algorithms");
    }
  }

  private void verify(Algorithm algorithm, Signatory own, byte[] signed, byte[] signature) {
    try {
      if (!algorithm.verifies(own.key(), signed, signature)) {
        flaw("signature", "the signature is not that of the certificate's key");
      }
    } catch (Malformed unused) {
      flaw("unread", unused.problem().message());
    } catch (GeneralSecurityException | RuntimeException unfit) {
      // Providers answer numbers that make no key with whatever exception their arithmetic meets.
      flaw("signature", "the signature cannot be verified: " + unfit.getMessage());
    }
  }

  private static List<Integer> ids(List<Numbered> values) {
    return values.stream().map(Numbered::id).toList();
  }

  private void digests(BlockSigner signer) {
    for (Numbered each : signer.digests()) {
      Optional<Algorithm> algorithm = Algorithm.of(each.id());
      if (algorithm.isPresent()) {
        verdicts.digest(algorithm.get().hash());
        verdicts.content(HexFormat.of().formatHex(each.value()));
        digest(algorithm.get(), each.value());
      }
    }
  }

  private void digest(Algorithm algorithm, byte[] signed) {
    try {
      byte[] computed = content.digest(algorithm);
      if (!Arrays.equals(computed, signed)) {
        HexFormat hex = HexFormat.of();
        flaw(
            "content",
            "the content was changed after signing: "
                + algorithm.hash()
                + " signed "
                + hex.formatHex(signed)
                + ", computed "
                + hex.formatHex(computed));
      }
    } catch (Malformed unreadable) {
      flaw("unread", "the content cannot be hashed: " + unreadable.problem().message());
    }
  }

  private void stripping(BlockSigner signer) {
    signer
        .attribute(STRIPPING_PROTECTION)
        .filter(value -> value.length == 4)
        .map(value -> ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt())
        .filter(scheme -> scheme == 3 && !schemes.contains("v3"))
        .ifPresent(gone -> flaw("stripped", "it was signed by v3, too, which is gone"));
    boolean rotated = signer.attribute(ROTATION_MIN_SDK).isPresent();
    if (rotated && signature.scheme().equals("v3") && !schemes.contains("v3.1")) {
      flaw("stripped", "it was signed by v3.1, too, which is gone");
    }
  }

  private void chain(List<Signatory> chain) {
    List<Integer> broken = new ArrayList<>();
    for (int i = 0; i + 1 < chain.size(); i++) {
      try {
        if (!chain.get(i).issuedBy(chain.get(i + 1))) {
          broken.add(i + 1);
        }
      } catch (GeneralSecurityException | RuntimeException unfit) {
        broken.add(i + 1);
      }
    }
    if (!broken.isEmpty()) {
      flaw("chain", "certificate " + broken.getFirst() + " is not issued by the one after it");
    }
  }

  private void flaw(String code, String found) {
    verdicts.flaw(signature.scheme(), code, "offset " + signature.at(), found);
  }
}
