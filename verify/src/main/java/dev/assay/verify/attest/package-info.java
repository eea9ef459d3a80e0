/**
 * Who vouches for a bundle: in-toto statements in DSSE envelopes, and the keys that a verifier
 * trusts.
 *
 * <pre>
 * envelope    {"payloadType":"application/vnd.in-toto+json","payload":BASE64,"signatures":[{"keyid":HEX,"sig":BASE64},…]}
 * signed      "DSSEv1" SP length SP payloadType SP length SP payload       (lengths in bytes, decimal)
 * keyid       hex SHA-256 of the public key as DER SubjectPublicKeyInfo
 * sig         Ed25519 (RFC 8032), or ECDSA on P-256 with SHA-256 as DER
 * </pre>
 *
 * The payload of {@code attestation.dsse.json} is of our own predicate type, that of {@code
 * test-result.dsse.json} of in-toto's test-result. Both follow from the bundle alone, so a verifier
 * makes them anew and compares; a statement has no room for a claim of its own. Whether a key
 * speaks for the maker or for an agency is never in the statement: the verifier's folder of keys
 * says it.
 */
@NullMarked
package dev.assay.verify.attest;

import org.jspecify.annotations.NullMarked;
