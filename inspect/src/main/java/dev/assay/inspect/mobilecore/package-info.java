/**
 * Functions of a mobile core: Open5GS ({@code /etc/open5gs/*.yaml}, both the layout of version 2.7
 * with {@code server:} and {@code client:} and the one before) and srsRAN 4G's EPC ({@code
 * epc.conf}).
 *
 * <p>srsEPC's defaults are those of {@code srsepc/src/main.cc}. Open5GS refuses to start without
 * orders of algorithms; a server section without an address means all addresses ({@code
 * ogs_socknode_parse}).
 */
@NullMarked
package dev.assay.inspect.mobilecore;

import org.jspecify.annotations.NullMarked;
