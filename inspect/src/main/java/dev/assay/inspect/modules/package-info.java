/**
 * Which kernel modules may be loaded: modprobe.d(5), modules-load.d(5), the kernel's command line.
 */
@NullMarked
package dev.assay.inspect.modules;

import org.jspecify.annotations.NullMarked;
