/**
 * The bundle: the evidence of one evaluation, in files anyone can read and check.
 *
 * <p>Every file is UTF-8; {@code *.jsonl} holds one JSON object a line, keys in a fixed order,
 * lines sorted by their ids, no clock and no host path, so that the same evaluation gives the same
 * bytes. The Merkle root in {@code evaluation.json} covers all of it; {@code
 * dev.assay.verify.bundle} tells how, and checks it.
 *
 * <p>{@code run.json} and the reports stand outside the root: the first may differ between runs,
 * the others can be computed again.
 */
@NullMarked
package dev.assay.evidence;

import org.jspecify.annotations.NullMarked;
