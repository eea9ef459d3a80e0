/**
 * Databases of SQLite, which are programs of their maker's choice, opened so that none runs away.
 */
@NullMarked
package dev.assay.inspect.sqlite;

import org.jspecify.annotations.NullMarked;
