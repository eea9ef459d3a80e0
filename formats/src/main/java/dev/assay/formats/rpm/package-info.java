/**
 * RPM packages, format 3 and 4 (rpm, docs/manual/format.md). Big-endian.
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
 * The payload follows: a cpio archive, usually compressed. Signature tag 273 is the SHA-256 of the
 * header in hexadecimal, 269 its SHA-1, 1004 the MD5 of header and payload; header tag 5092 is the
 * SHA-256 of the payload as stored, where 5093 is 8. Signatures are not checked.
 */
@NullMarked
package dev.assay.formats.rpm;

import org.jspecify.annotations.NullMarked;
