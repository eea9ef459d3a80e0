/**
 * Some lines of a bundle, proven to belong to it, and nothing of the others.
 *
 * <p>The Merkle tree of the bundle would give others away: a proof shows hashes of neighbouring
 * lines, and whoever can guess a line can hash it. So an attestation names a second root, over
 * salted leaves:
 *
 * <pre>
 * seed        SHA-256("assay salt" 0x00 ‖ leaf 0 ‖ leaf 1 ‖ …)      over all leaves of the bundle's own tree
 * salt i      HMAC-SHA-256(key seed, i as 8 bytes, big-endian)
 * leaf i      SHA-256(0x00 ‖ salt i ‖ leaf i of the bundle's own tree)
 * node        as in the bundle's own tree
 * </pre>
 */
@NullMarked
package dev.assay.verify.disclose;

import org.jspecify.annotations.NullMarked;
