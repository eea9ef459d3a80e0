/**
 * USB flashing format (Microsoft, "UF2 Specification"): blocks of 512 bytes that may come in any
 * order. Little-endian.
 *
 * <pre>
 *   0   4  "UF2\n"                      20   4  number of this block
 *   4   4  9e5d5157                     24   4  number of blocks
 *   8   4  flags: 1 not for flash       28   4  family, or bytes of the file
 *  12   4  address                      32 476  data
 *  16   4  bytes of data, at most 476  508   4  0ab16f30
 * </pre>
 *
 * <p>The members are runs of addresses, one family after the other.
 */
@NullMarked
package dev.assay.formats.uf2;

import org.jspecify.annotations.NullMarked;
