/**
 * RPM packages, format 3, 4 and 6 (rpm, docs/manual/format.md, format_v6.md). Big-endian.
 *
 * <pre>
 * lead, 96 bytes               header structure, twice: signature, then header
 *  0  4  ED AB EE DB            0  4  8E AD E8 01
 *  4  1  major version, 3       8  4  entries of the index
 *  6  2  0 binary, 1 source    12  4  bytes of the store
 * 10 66  name                  16  …  index, 16 bytes each: tag, type, offset in the store, count
 *                               …  …  store; that of the signature is padded to 8
 * </pre>
 *
 * The payload follows: a cpio archive, usually compressed. What digests and signatures a package
 * has, and of which part, say the tables of {@link dev.assay.formats.rpm.RpmDigests} and {@link
 * dev.assay.formats.rpm.RpmSignatures}. With no key at hand, of a signature only the first bits of
 * the hash are held against what it is of.
 */
@NullMarked
package dev.assay.formats.rpm;

import org.jspecify.annotations.NullMarked;
