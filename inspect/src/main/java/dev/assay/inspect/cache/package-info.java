/**
 * What is remembered of contents between runs, in a folder of packs.
 *
 * <p>A pack is written once and never changed. Numbers are big-endian:
 *
 * <pre>
 * 0        8 bytes  "ASSAYFC1"
 * 8        4 bytes  number of entries, n
 * 12       4 bytes  CRC-32 of the index
 * 16    n × 32 bytes  index, in order of key: first 16 bytes of the SHA-256 of the key,
 *                   8 bytes offset of the value in the file, 4 bytes its length, 4 bytes its CRC-32
 * …                 values
 * </pre>
 */
@NullMarked
package dev.assay.inspect.cache;

import org.jspecify.annotations.NullMarked;
