/**
 * ar (ar(5) of BSD and GNU binutils), also the outside of Debian packages.
 *
 * <pre>
 * 0  8  magic '!&lt;arch&gt;\n'; members follow at even offsets
 * +0  16  name, filled with blanks; GNU ends it with '/'         +40  8  mode, octal
 * +16 12  modification time   +28 6 uid   +34 6 gid              +48 10  size in bytes, decimal
 *                                                                +58  2  '`\n'
 * </pre>
 *
 * GNU: member {@code //} holds long names ended by {@code /\n}; {@code /123} is the name at offset
 * 123 of it; {@code /} and {@code /SYM64/} are symbol tables. BSD: {@code #1/20} says that the
 * first 20 bytes of the data are the name.
 */
@NullMarked
package dev.assay.formats.ar;

import org.jspecify.annotations.NullMarked;
