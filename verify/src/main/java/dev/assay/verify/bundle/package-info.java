/**
 * The evidence of one evaluation, checked against itself in one pass, a line at a time.
 *
 * <p>{@code *.jsonl} holds one JSON object a line, sorted by id; {@code evaluation.json} ends with
 * the Merkle root over all of them (RFC 6962 §2.1, SHA-256):
 *
 * <pre>
 * leaf 0      SHA-256(0x00 ‖ "evaluation.json" ‖ 0x00 ‖ the object without its "root", as one line)
 * leaf 1…     SHA-256(0x00 ‖ file name ‖ 0x00 ‖ line without its newline)
 *             for every line of artifacts.jsonl, components.jsonl, facts.jsonl, risks.jsonl, plan.jsonl, verdicts.jsonl
 * node        SHA-256(0x01 ‖ left ‖ right), split at the largest power of two smaller than the number of leaves
 * </pre>
 *
 * {@code SHA256SUMS} names every other file with its digest, in the format of the tool sha256sum,
 * but for {@code run.json} and the attestations. It says which file was changed; that one was, the
 * root says.
 *
 * <p>Memory: 32 bytes a line, the ids of the components, and the longest line.
 */
@NullMarked
package dev.assay.verify.bundle;

import org.jspecify.annotations.NullMarked;
