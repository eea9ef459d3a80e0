/** JSON documents as values that answer whatever they are asked; the syntax is RFC 8259's. */
@NullMarked
package dev.assay.formats.json;

import org.jspecify.annotations.NullMarked;
