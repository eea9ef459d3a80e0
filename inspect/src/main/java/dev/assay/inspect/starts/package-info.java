/**
 * How the daemons of a product are started: the command lines of systemd units, init scripts,
 * inittab and the super-servers with their variables put in, and the small syntaxes (shell words,
 * assignments, OpenWrt's UCI) that these are written in. Reads what {@link
 * dev.assay.inspect.services.ServiceInspector} found; inspectors of single daemons build on it.
 */
@NullMarked
package dev.assay.inspect.starts;

import org.jspecify.annotations.NullMarked;
