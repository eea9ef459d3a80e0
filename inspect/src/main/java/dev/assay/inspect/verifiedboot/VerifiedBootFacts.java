package dev.assay.inspect.verifiedboot;

import java.util.List;

/**
 * One vbmeta.
 *
 * @param algorithm {@code none}, or {@code sha256-rsa2048} and so on
 * @param intact whether hash and signature are right
 * @param keyBits length of the key's modulus; 0 without one
 * @param keyDigest hex SHA-256 of the key as stored, which locked devices show at boot; or empty
 * @param testKey whether it is one of AOSP's, whose private halves are published
 * @param rollbackIndex an older system has a lower one
 * @param verificationDisabled whether the boot loader is told not to verify at all
 * @param hashTreesDisabled whether the kernel is told not to verify partitions while they are read
 * @param inFooter whether it is that of one partition, which another may sign for
 * @param partitions what it covers itself, in order
 * @param chains what it leaves to other keys, in order
 */
public record VerifiedBootFacts(
    String algorithm,
    boolean signed,
    boolean intact,
    int keyBits,
    String keyDigest,
    boolean testKey,
    long rollbackIndex,
    boolean verificationDisabled,
    boolean hashTreesDisabled,
    boolean inFooter,
    List<Covered> partitions,
    List<Chained> chains) {
  /**
   * @param digest {@code sha256}, {@code sha1} …
   */
  public record Covered(String name, String digest) {}

  /**
   * @param location where the device keeps the lowest rollback index that it accepts; 0 is the
   *     first vbmeta's own
   */
  public record Chained(String name, long location, int keyBits, boolean testKey) {}

  VerifiedBootFacts inFooter(boolean known) {
    return new VerifiedBootFacts(
        algorithm,
        signed,
        intact,
        keyBits,
        keyDigest,
        testKey,
        rollbackIndex,
        verificationDisabled,
        hashTreesDisabled,
        known,
        partitions,
        chains);
  }
}
