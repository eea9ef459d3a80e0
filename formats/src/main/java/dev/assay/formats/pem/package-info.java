/**
 * Textual encoding of keys and certificates (RFC 7468, RFC 1421; OpenSSH and PGP use the same
 * frame).
 *
 * <pre>
 * -----BEGIN label-----            label: upper case words, spaces between, at most 64 bytes
 * Name: value                      any number of headers (RFC 1421 only), ended by
 *                                  an empty line
 * base64, lines of 64 or so        white space ignored
 * =crc                             optional checksum line (PGP)
 * -----END label-----
 * </pre>
 *
 * Blocks may stand anywhere: several in a file, between other text, in an executable's data.
 */
@NullMarked
package dev.assay.formats.pem;

import org.jspecify.annotations.NullMarked;
