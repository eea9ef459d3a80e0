/**
 * The bundle: the evidence of one evaluation, in files anyone can read and check.
 *
 * <p>Every file is UTF-8; {@code *.jsonl} holds one JSON object a line, keys in a fixed order,
 * lines sorted by their ids, no clock and no host path, so that the same evaluation gives the same
 * bytes. The Merkle root in {@code evaluation.json} covers all of it (RFC 6962 §2.1, SHA-256):
 *
 * <pre>
 * leaf 0      SHA-256(0x00 ‖ "evaluation.json" ‖ 0x00 ‖ the object without its "root", as one line)
 * leaf 1…     SHA-256(0x00 ‖ file name ‖ 0x00 ‖ line without its newline)
 *             for every line of artifacts.jsonl, components.jsonl, facts.jsonl, risks.jsonl, plan.jsonl, verdicts.jsonl
 * node        SHA-256(0x01 ‖ left ‖ right), split at the largest power of two smaller than the number of leaves
 * </pre>
 *
 * {@code run.json} and the reports stand outside the root: the first may differ between runs, the
 * others can be computed again.
 */
@NullMarked
package dev.assay.evidence;

import org.jspecify.annotations.NullMarked;
