package dev.assay.inspect.scan;

/**
 * Bounds on the work one product may cause. Hitting one is a problem on the artifact; the walk goes
 * on.
 *
 * @param nesting containers within containers
 * @param ratio how many times its compressed size a content may grow …
 * @param ratioFloor … though this many bytes are always allowed
 * @param expansion bytes decompressed in all
 * @param artifacts number of artifacts in all
 * @param inMemory bytes of decompressed content held in memory at once; beyond, a scratch file
 * @param kept bytes of one file kept for inspectors; of a larger one, its start
 * @param keptInAll bytes of all files kept for inspectors
 */
public record Limits(
    int nesting,
    long ratio,
    long ratioFloor,
    long expansion,
    long artifacts,
    long inMemory,
    int kept,
    long keptInAll) {
  public static final Limits DEFAULT =
      new Limits(32, 200, 256L << 20, 64L << 30, 5_000_000, 96L << 20, 4 << 20, 128L << 20);
}
