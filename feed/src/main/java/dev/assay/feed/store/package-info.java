/**
 * The feed file: everything that was imported, in one file whose indexes are mapped into memory and
 * searched in place. The same inputs give the same bytes.
 *
 * <pre>
 *  offset  bytes
 *       0      8  "ASSAYFED"
 *       8      4  version of this layout, 4
 *      12      4  zero
 *      16      …  flaws: records in the order of their ids (bytewise), each
 *                   text id, varint length, then: source, summary, published, aliases, scores, KEV
 *                   day, EPSS, percentile, references
 *       …      …  products: blocks in the order of their keys (bytewise), each
 *                   text key, varint n, then n statements in the order of flaw and bytes, each
 *                   varint length, then: text flaw, advisory ("" = flaw), release, source, status,
 *                   scheme, note, ranges, versions, conditions
 *       …      …  about: text day, then per source its counts, newest day and refused records,
 *                   then count and names of the files left out
 *       …   24·n  index of the flaws: hash of the id, offset from the start of the file, length in
 *                   bytes (8 each), in the order of the hashes (unsigned)
 *       …   24·m  index of the products: hash of the key, offset, length
 *   −116     84  zero (4), then offset and count (8 each) of: flaws, products, about, flaw index,
 *                   product index; counts of the first three are bytes, of the indexes entries
 *    −32     32  SHA-256 of all bytes before it: the feed's digest
 * </pre>
 *
 * Numbers of fixed width are big-endian; a varint has 7 bits a byte, lowest first; a text is a
 * varint length and UTF-8; a list is a varint count and its elements.
 *
 * <p>The digest is checked when a feed is opened, so an accident on the way is noticed. A file
 * forged with a right digest meets bounds on every offset, length and number.
 */
@NullMarked
package dev.assay.feed.store;

import org.jspecify.annotations.NullMarked;
