/**
 * Signing: keys as files, and attestations put into a bundle. What is signed is what {@code
 * dev.assay.verify.attest} makes of the bundle as it lies on disk, so signer and verifier cannot
 * mean different things.
 */
@NullMarked
package dev.assay.evidence.sign;

import org.jspecify.annotations.NullMarked;
