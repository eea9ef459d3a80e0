package dev.assay.inspect.packages;

import dev.assay.inspect.Draft;
import dev.assay.inspect.tree.Node;
import java.util.List;
import java.util.Optional;

/** A signature that is held against the keys of a system. */
record SignatureCheck(RpmFileSignature signature, RpmFileProof proof) {
  /** The signature with what the keys say; what they leave open is unknown. */
  RpmFileSignature with(PackageKeys keys, String fact, Draft draft, Node node) {
    if (proof.digest().isEmpty()) {
      String why = "its hash function is not one that is computed";
      draft.unknown(fact + ".fits", why).unknown(fact + ".verified", why);
      return signature;
    }
    if (!signature.fits()) {
      String excerpt = "the hash of the signature begins otherwise than that of the package";
      draft.seen(fact + ".fits", node.whole(excerpt));
      return signature;
    }
    List<PackageKeys.Placed> named = keys.named(signature.keyId());
    boolean refuted = !named.isEmpty() && named.size() < PackageKeys.MOST_OF_AN_ID;
    for (PackageKeys.Placed each : named) {
      Optional<Boolean> made = SignatureProof.of(proof, each.key());
      if (made.orElse(false)) {
        draft.seen(fact + ".verified", node.whole("made by the key in " + each.path()));
        return signature.proven(true);
      }
      refuted &= made.isPresent();
    }
    if (refuted) {
      String excerpt = "not made by the key in " + named.getFirst().path() + ", which it names";
      draft.seen(fact + ".fits", node.whole(excerpt));
      draft.seen(fact + ".verified", node.whole(excerpt));
      return signature.proven(false);
    }
    draft.unknown(fact + ".verified", why(named));
    return signature;
  }

  private String why(List<PackageKeys.Placed> named) {
    if (signature.keyId().isEmpty()) {
      return "the signature does not say by which key it is made";
    }
    return named.isEmpty()
        ? "the system it lies in has no key "
            + signature.keyId()
            + ", so whose it is cannot be told"
        : "signatures by " + signature.key() + " are not verified";
  }
}
