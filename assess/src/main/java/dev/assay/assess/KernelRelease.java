package dev.assay.assess;

import java.util.regex.Pattern;

/** What a kernel's release tells of who mends it. */
public final class KernelRelease {
  /** {@code 6.1.0-47-marvell}, {@code 5.15.0-91-generic}, {@code 4.18.0-553.el8_10.x86_64}. */
  private static final Pattern DISTRIBUTED =
      Pattern.compile("[0-9.]+-[0-9]+(?:\\.[0-9]+)*(?:-[a-z].*|\\.(?:el|fc|amzn)[0-9].*)");

  private KernelRelease() {}

  /**
   * Whether a distribution built it: its numbers then are not those of a stable release of Linux,
   * and the distribution's package, not the kernel itself, tells its version.
   */
  public static boolean isOfDistribution(String release) {
    return DISTRIBUTED.matcher(release).matches();
  }
}
