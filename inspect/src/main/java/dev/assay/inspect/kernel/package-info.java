/** The Linux kernel: what it is, how it was configured, which modules it may load. */
@NullMarked
package dev.assay.inspect.kernel;

import org.jspecify.annotations.NullMarked;
