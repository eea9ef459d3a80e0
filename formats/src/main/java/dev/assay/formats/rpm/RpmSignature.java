package dev.assay.formats.rpm;

import dev.assay.formats.openpgp.OpenPgpSignature;
import java.util.Optional;

/**
 * A signature of a package. Whose it is only somebody with the key can tell.
 *
 * @param part that is signed
 * @param signature as it says of itself
 * @param fits whether the hash of the part begins as the signature says; where not, it is not of
 *     this package. Empty where the hash function is not known
 * @param at where it stands
 */
public record RpmSignature(
    RpmDigest.Part part, OpenPgpSignature signature, Optional<Boolean> fits, long at) {}
