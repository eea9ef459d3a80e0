/**
 * ARJ (ARJ 2.86, technote.txt). Little-endian. The archive's own header comes first, then one for
 * each member, with what is stored behind it.
 *
 * <pre>
 * header                                  basic header
 *  0  2  60 EA                             0  1  bytes up to the name
 *  2  2  bytes of the basic header,        3  1  system, 2 Unix
 *        0: end of the archive             4  1  flags: 1 encrypted, 4 goes on in another
 *  4  …  basic header                              volume, 8 goes on from another
 *  …  4  CRC-32 of it                      5  1  method: 0 stored, 1 to 3 as lh7, 4 fastest
 *  …  2  bytes of an extended header,      6  1  kind: 0 binary, 1 text, 2 archive, 3 directory,
 *        0: none follows                           4 label
 *                                         12  4  bytes stored
 *                                         16  4  bytes of content
 *                                         20  4  CRC-32 of the content
 *                                         26  2  mode
 *                                          …  …  name, NUL; comment, NUL
 * </pre>
 */
@NullMarked
package dev.assay.formats.arj;

import org.jspecify.annotations.NullMarked;
