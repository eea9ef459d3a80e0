/**
 * An append-only log of attestations, in the layout of C2SP tlog-tiles, so that other tools read
 * it.
 *
 * <pre>
 * checkpoint                       signed note: origin, size, root (base64), blank line, signatures
 * tile/L/NNN[.p/W]                 hashes of level L, 256 a tile, 32 bytes each; W of them in a partial tile
 * tile/entries/NNN[.p/W]           entries of a tile of level 0, each after its length (2 bytes, big-endian)
 * signature line                   — NAME BASE64(key id, 4 bytes ‖ signature)
 *   the log's                      key id SHA-256(NAME LF 01 ‖ Ed25519 key), over the note's text; NAME is the origin
 *   a witness's                    key id SHA-256(NAME LF 04 ‖ Ed25519 key); POSIX time, 8 bytes, then the signature over
 *                                  "cosignature/v1" LF "time " TIME LF ‖ the note's text
 * </pre>
 *
 * A leaf is SHA-256(00 ‖ entry), a node as in RFC 6962 §2.1. A {@code .tlog-proof} holds an index,
 * an inclusion proof and the checkpoint that it leads to (C2SP tlog-proof).
 */
@NullMarked
package dev.assay.verify.log;

import org.jspecify.annotations.NullMarked;
