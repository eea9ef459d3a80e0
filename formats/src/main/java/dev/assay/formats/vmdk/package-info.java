/**
 * VMDK sparse extents: monolithic and stream-optimised (VMware, "Virtual Disk Format 5.0").
 * Little-endian; sectors have 512 bytes. A VMDK that is a text file naming other files stays text.
 *
 * <pre>
 * header, sector 0                            grain directory: 4 bytes for each grain table,
 *  0  4  "KDMV"                               its sector, or 0
 *  4  4  version, 1 to 3
 *  8  4  flags: bit 2 zeroed grains told,     grain table: 4 bytes for each grain, its sector;
 *        bit 16 compressed, bit 17 markers    0 a hole, 1 zeros
 * 12  8  sectors of the disk
 * 20  8  sectors of a grain                   compressed grain
 * 28  8  sector of the descriptor              0  8  its first sector on the disk
 * 36  8  sectors of it                         8  4  bytes that follow
 * 44  4  entries of a grain table             12  …  zlib stream
 * 56  8  sector of the grain directory;
 *        all ones: in the copy of this
 *        header 1024 bytes before the end
 * 77  2  compression, 1 deflate
 * </pre>
 *
 * The descriptor is text; a {@code parentCID} other than {@code ffffffff} says that what the image
 * lacks is in another one.
 */
@NullMarked
package dev.assay.formats.vmdk;

import org.jspecify.annotations.NullMarked;
