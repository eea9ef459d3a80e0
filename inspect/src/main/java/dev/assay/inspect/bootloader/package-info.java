/**
 * U-Boot: its program, the environment built into it, and environments stored beside it.
 *
 * <p>What variables mean is described in U-Boot's documentation: "Environment Variables", "Android
 * style autoboot" and {@code doc/README.autoboot}, {@code doc/usage/fit/signature.rst}.
 */
@NullMarked
package dev.assay.inspect.bootloader;

import org.jspecify.annotations.NullMarked;
