package dev.assay.inspect.integrity;

/**
 * A file system whose blocks are checked with dm-verity when they are read.
 *
 * @param source {@code dm-mod.create}, {@code roothash}, {@code veritytab} or {@code fstab}
 * @param name of the volume: {@code root}
 * @param algorithm of the tree of hashes: {@code sha256}
 * @param signed whether the root hash must be signed with a key that the kernel knows
 * @param onCorruption what happens when a block does not match: {@code error}, {@code restart},
 *     {@code panic}, {@code ignore}
 * @param once whether a block is checked when it is read for the first time only
 * @param readOnly whether it cannot be written
 * @param switchedOff whether the command line keeps it from being set up
 * @param bypassed whether the root file system is mounted from another device than this volume,
 *     which was made for it
 */
public record VerifiedVolumeFacts(
    String source,
    String name,
    String algorithm,
    boolean signed,
    String onCorruption,
    boolean once,
    boolean readOnly,
    boolean switchedOff,
    boolean bypassed) {}
