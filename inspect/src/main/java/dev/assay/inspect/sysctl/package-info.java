/** Kernel settings that a product makes at start: sysctl.conf and the sysctl.d directories. */
@NullMarked
package dev.assay.inspect.sysctl;

import org.jspecify.annotations.NullMarked;
