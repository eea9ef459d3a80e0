/**
 * Programs as lines of hexadecimal text: Intel HEX (Intel, "Hexadecimal Object File Format
 * Specification", 1988) and Motorola S-records (Motorola, M68000 Family Programmer's Reference
 * Manual, appendix C). All numbers are big-endian.
 *
 * <pre>
 * Intel HEX                                   S-record
 *  ":", bytes of data, 2 bytes address,        "S", type, bytes that follow, address, data,
 *  type, data, checksum                        checksum
 *  0 data      1 end                           0 header   1 2 3 data, address of 2, 3, 4 bytes
 *  2 segment   4 upper half of the address     5 6 count  7 8 9 end, entry point
 *  3 5 entry point
 *  all bytes of a line sum up to 0             all bytes but the type sum up to 0xFF
 * </pre>
 *
 * <p>The members are the runs of addresses without a gap, named by their first address.
 */
@NullMarked
package dev.assay.formats.hexfile;

import org.jspecify.annotations.NullMarked;
