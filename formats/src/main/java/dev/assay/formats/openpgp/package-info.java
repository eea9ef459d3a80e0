/**
 * Messages and signatures of OpenPGP (RFC 9580), as far as packages and comparing need them.
 *
 * <pre>
 * packet, new form            packet, old form
 * 0  1  11tttttt              0  1  10ttttss  t: kind, s: 0, 1, 2: size in 1, 2, 4 bytes; 3: to the end
 * 1  …  size: &lt; 192 itself    1  …  size
 *       192 … 223: 2 bytes
 *       224 … 254: a part of 2^(n &amp; 31) bytes, more follow
 *       255: 4 bytes follow
 *
 * signature, version 4                        version 3
 * 0  1  4                                     0  1  3
 * 1  1  type                                  1  1  5
 * 2  1  public-key algorithm                  2  1  type
 * 3  1  hash algorithm                        3  4  creation time
 * 4  2  size of the subpackets it covers      7  8  issuer's key ID
 * …  …  these                                15  1  public-key algorithm
 * …  2  size of further subpackets           16  1  hash algorithm
 * …  …  these                                17  2  first 16 bits of the hash
 * …  2  first 16 bits of the hash            19  …  numbers of the signature
 * …  …  numbers of the signature
 * </pre>
 *
 * Version 6 has sizes of 4 bytes, and a salt with its size in front of the numbers.
 */
@NullMarked
package dev.assay.formats.openpgp;

import org.jspecify.annotations.NullMarked;
