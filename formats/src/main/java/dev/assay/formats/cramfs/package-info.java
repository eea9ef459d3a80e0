/**
 * cramfs, a compressed file system for ROMs (Linux fs/cramfs/README). All numbers, and the bit
 * fields in them, are in the byte order of the machine that wrote it.
 *
 * <pre>
 * superblock, at 0 or, behind a boot sector, at 512
 *  0  4  magic 0x28CD3D45        40  4  edition
 *  4  4  bytes in all            44  4  blocks
 *  8  4  flags                   48  4  files
 * 12  4  reserved                52 12  "Compressed" (the volume's name)
 * 16 16  "Compressed ROMFS"      64 12  inode of the root directory
 * 32  4  CRC-32 of the image with this field zero
 *
 * inode (12 bytes), in a directory followed by its name padded with NUL to 4
 *  0  16 bits mode, 16 bits user
 *  4  24 bits size in bytes, 8 bits group; of a device, its number
 *  8   6 bits length of the name in words, 26 bits offset of the data in words
 * </pre>
 *
 * Fields stand from the low bits up in little-endian images and from the high bits down in
 * big-endian ones. A directory's data are inodes with names. A file's are one pointer for each
 * block (4096 bytes, unless the writer was told otherwise: that is not stored), then zlib streams;
 * a pointer is where its block ends and the next begins, and a block without bytes is a hole. With
 * flag 0x800, bit 31 of a pointer says stored and bit 30 that it is itself the start, in words.
 */
@NullMarked
package dev.assay.formats.cramfs;

import org.jspecify.annotations.NullMarked;
