/**
 * Android's Dalvik executables (source.android.com, "Dalvik Executable format" and "Dalvik bytecode
 * format"), versions 035 to 041. All little-endian; offsets count from the start of the file, in
 * 041 from the start of the container.
 *
 * <pre>
 * header   0 "dex\n035\0"  8 u32 adler32 of what follows  12 SHA-1 of what follows  32 u32 file size  36 u32 header size (70, 78 in 041)
 *          40 u32 endian tag 12345678  56 u32 strings  60 u32 offset  64 types  72 protos  80 fields  88 methods  96 classes, each count and offset
 *          112 u32 container size  116 u32 offset of this header: only in 041
 * string   u32 offset of: uleb128 length in UTF-16 units, MUTF-8, 00
 * type     u32 string
 * method   0 u16 class (a type)  2 u16 proto  4 u32 name (a string)
 * class    0 u32 type  4 u32 flags  8 u32 superclass  12 u32 interfaces  16 u32 source file (a string)  20 u32 annotations  24 u32 class data  28 u32 values
 * data     uleb128 static fields, instance fields, direct methods, virtual methods; a field: index (a difference), flags; a method: also offset of its code
 * proto    0 u32 shorty  4 u32 returned type  8 u32 offset of its parameters: u32 n, u16 types    field: as a method, 2 u16 its type
 * code     0 u16 registers  2 u16 ins  4 u16 outs  6 u16 tries  8 u32 debug  12 u32 units of 2 bytes  16 units
 *          tries (at 4 bytes): 0 u32 start  4 u16 units  6 u16 handler; handlers: uleb128 lists, each sleb128 pairs, pairs of uleb128 type and address, address for all where pairs ≤ 0
 * payload  0100 packed switch: u16 n, 4 + 2n units    0200 sparse switch: u16 n, 2 + 4n units    0300 array: u16 width, u32 n, 4 + (n · width + 1) / 2 units
 * </pre>
 */
@NullMarked
package dev.assay.formats.dex;

import org.jspecify.annotations.NullMarked;
