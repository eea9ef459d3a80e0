/**
 * Protocol Buffers without their schema (protobuf.dev, "Encoding"): varint key = field number × 8 +
 * kind; kind 0 varint, 1 eight bytes, 2 length and bytes, 5 four bytes.
 */
@NullMarked
package dev.assay.formats.proto;

import org.jspecify.annotations.NullMarked;
