/** The launch decision: policy, waivers, gate. */
@NullMarked
package dev.assay.assess.gate;

import org.jspecify.annotations.NullMarked;
