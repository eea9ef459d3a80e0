/**
 * How a raw flash chip is divided. Nothing on the chip says so by itself; boot loader and kernel
 * are told, in one of two ways.
 *
 * <pre>
 * command line (drivers/mtd/parsers/cmdlinepart.c of Linux), in the environment or built in:
 *   mtdparts=DEVICE:PART,PART…[;DEVICE:…]
 *   PART    SIZE[@OFFSET][(NAME)][ro][lk][slc]; SIZE "-" is what remains; k, m, g are binary
 *
 * device tree (bindings/mtd/partitions/fixed-partitions.yaml):
 *   partitions { compatible = "fixed-partitions"; #address-cells = &lt;1&gt;; #size-cells = &lt;1&gt;;
 *     partition@40000 { label = "kernel"; reg = &lt;0x40000 0x200000&gt;; }; };
 * </pre>
 */
@NullMarked
package dev.assay.formats.flash;

import org.jspecify.annotations.NullMarked;
