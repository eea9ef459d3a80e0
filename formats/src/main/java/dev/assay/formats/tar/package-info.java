/**
 * tar: v7, ustar and pax (POSIX.1-2017 pax, "Interchange Formats") and GNU. Blocks of 512 bytes; a
 * member is a header and its data, padded; two zero blocks end the archive.
 *
 * <pre>
 *   0 100  name                               157 100  link target
 * 100   8  mode, octal                        257   6  'ustar\0'; GNU: 'ustar  \0' over 8
 * 108   8  uid                                263   2  version '00'
 * 116   8  gid                                265  32  user name   297 32  group name
 * 124  12  size, bytes                        329   8  device major   337 8  minor
 * 136  12  modification time                  345 155  prefix of the name (not GNU)
 * 148   8  sum of all bytes, itself as blanks
 * 156   1  type: NUL 0 file, 1 hard link, 2 symbolic link, 3 4 devices, 5 directory, 6 FIFO, 7 file; x g pax records for the next,
 *          for all further members; GNU: L K long name, link; S sparse file; V label; M continued from another volume
 * </pre>
 *
 * Numbers are octal text or, with the top bit of their first byte set, big-endian binary (base
 * 256). A pax record is {@code LENGTH KEY=VALUE\n}.
 *
 * <p>Sparse files: old GNU (type S) has at 386 four pairs of offset and length (12 bytes each), at
 * 482 whether blocks of 21 more pairs follow, at 483 the real size. pax 0.0 repeats {@code
 * GNU.sparse.offset} and {@code numbytes}; 0.1 has {@code GNU.sparse.map}; 1.0 puts the map as
 * lines of decimal numbers, padded to a block, before the data.
 */
@NullMarked
package dev.assay.formats.tar;

import org.jspecify.annotations.NullMarked;
