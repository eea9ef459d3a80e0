/**
 * Content with its signature around it (Cryptographic Message Syntax, RFC 5652, sections 3 to 5),
 * as {@code openssl cms -nodetach} writes it; in DER, or in BER where the writer did not know the
 * length before. Detached signatures and other kinds of content are not read here.
 *
 * <pre>
 * SEQUENCE  1.2.840.113549.1.7.2, signed data
 *   [0] SEQUENCE  version
 *                 SET of the algorithms of digests
 *                 SEQUENCE  type of the content
 *                           [0] OCTET STRING, or one that is made of OCTET STRINGs
 *                 [0] certificates, [1] revocation lists; SET of the signers
 *
 * element: tag; length: up to 127 itself, else 80 + number of bytes that tell it, 80: to 00 00
 * </pre>
 */
@NullMarked
package dev.assay.formats.cms;

import org.jspecify.annotations.NullMarked;
