/**
 * Block images of Android's over-the-air updates before {@code payload.bin} (AOSP,
 * platform/bootable/recovery, updater/blockimg.cpp): {@code NAME.transfer.list} says where the
 * bytes of {@code NAME.new.dat}, one behind the other, go. A block has 4096 bytes.
 *
 * <pre>
 * 4                    version, 1 to 4
 * 262144               blocks in all
 * 0 0                  two lines, stashes, from version 2 on
 * new 4,0,10,20,30     ranges: count of numbers, then each first and last + 1
 * zero 2,10,20         zeros
 * erase 2,30,40        nothing
 * </pre>
 *
 * <p>All other commands need the image before: then the partition is listed and says so.
 */
@NullMarked
package dev.assay.formats.blockimage;

import org.jspecify.annotations.NullMarked;
