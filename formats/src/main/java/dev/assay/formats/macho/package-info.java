/**
 * Programs of macOS and iOS (Apple, {@code mach-o/loader.h} and {@code mach-o/fat.h}).
 *
 * <pre>
 * 0   4  magic FEEDFACE (32 bits) or FEEDFACF (64 bits), in the order of the machine
 * 4   8  machine and its variant
 * C   4  kind of file
 * 10  8  number and size of the load commands
 * 18  4  flags; behind them 4 bytes reserved where it is of 64 bits
 *        load commands: kind, size, and what they say
 * </pre>
 *
 * Several programs for several machines may be in one file, big-endian: magic CAFEBABE, their
 * number, and of each machine, variant, offset, size and alignment, of four bytes each. They are no
 * {@link dev.assay.formats.Format}: what is inside is carved like from any unknown content.
 */
@NullMarked
package dev.assay.formats.macho;

import org.jspecify.annotations.NullMarked;
