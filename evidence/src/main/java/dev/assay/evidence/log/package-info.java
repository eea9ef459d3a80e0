/**
 * Writing logs of attestations; {@code dev.assay.verify.log} draws their layout and checks them.
 */
@NullMarked
package dev.assay.evidence.log;

import org.jspecify.annotations.NullMarked;
