/**
 * Partitioned disks: MBR as PCs, Raspberry Pi and U-Boot read it (Microsoft, "Master Boot Record";
 * UEFI Specification 2.10 §5.2) and GPT (UEFI Specification 2.10 §5.3). Little-endian. LBA: number
 * of a sector; a sector has 512 bytes in MBR, 512 or 4096 in GPT.
 *
 * <pre>
 * MBR, sector 0              MBR entry                 GPT header, LBA 1 and last
 *   0  446  boot code         0  1  0x80 active, or 0    0  8  "EFI PART"
 * 446   64  4 entries         1  3  first CHS           12  4  bytes of the header, 92 at least
 * 510    2  0x55 0xAA         4  1  type                16  4  CRC32 of it, this field 0
 *                             5  3  last CHS            24  8  LBA of this header
 *                             8  4  first LBA           32  8  LBA of the other
 *                            12  4  sectors             72  8  LBA of the entries
 *                                                       80  4  number of entries
 * GPT entry                                             84  4  bytes of an entry
 *  0  16  type, 0 unused                                88  4  CRC32 of all entries
 * 32   8  first LBA
 * 40   8  last LBA, inclusive
 * 56  72  name, UTF-16, NUL
 * </pre>
 *
 * MBR types 0x05, 0x0F and 0x85 are extended partitions: a chain of sectors like sector 0, of which
 * the first entry is a logical partition, its LBA relative to that sector, and the second the next
 * sector of the chain, its LBA relative to the extended partition. Logical partitions count from 5.
 *
 * <p>What lies between partitions and is not zero is a member too: boot loaders live there.
 */
@NullMarked
package dev.assay.formats.disk;

import org.jspecify.annotations.NullMarked;
