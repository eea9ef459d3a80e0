/**
 * Osmocom's network elements: {@code osmo-bts}, {@code osmo-bsc}, {@code osmo-msc}, {@code
 * osmo-hlr}, {@code osmo-sgsn} and their relatives, as {@code /etc/osmocom/osmo-*.cfg} sets them.
 *
 * <p>All are configured in the language of their command line, the VTY: one command a line, what
 * belongs to a node indented under the command that enters it, {@code !} and {@code #} at the start
 * of comments. Defaults are those of libosmocore ({@code src/vty/vty.c}, {@code
 * src/ctrl/control_vty.c}) and of each program's initialisation, named in {@link
 * dev.assay.inspect.osmocom.OsmocomDefaults}.
 */
@NullMarked
package dev.assay.inspect.osmocom;

import org.jspecify.annotations.NullMarked;
