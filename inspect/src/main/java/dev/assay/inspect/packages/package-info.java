/**
 * What package managers say is installed: dpkg, opkg, Alpine's apk, rpm (SQLite database); and the
 * operating system's own name.
 */
@NullMarked
package dev.assay.inspect.packages;

import org.jspecify.annotations.NullMarked;
