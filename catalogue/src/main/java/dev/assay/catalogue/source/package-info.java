/** Reads case files, their tables and profiles; reports every mistake with file, line and case. */
@NullMarked
package dev.assay.catalogue.source;

import org.jspecify.annotations.NullMarked;
