package dev.assay.inspect.kernel;

import java.util.regex.Pattern;

/**
 * What a kernel module's bytes tell.
 *
 * @param name from {@code .modinfo}
 * @param vermagic release and options it was built for
 * @param signed whether a signature is appended
 * @param version its own; empty where it has none
 * @param inTree whether it was built with the kernel, from the kernel's source
 */
public record ModuleFacts(
    String name, String license, String vermagic, boolean signed, String version, boolean inTree) {
  /** Modules of a kernel's own source say so from Linux 3.3 on. */
  private static final Pattern MARKING = Pattern.compile("(?:[4-9]|[1-9][0-9])\\..*");

  /** Whether it is a work of its own with a version, which no version of a kernel tells. */
  public boolean isForeign() {
    return !inTree && !name.isEmpty() && !version.isEmpty() && MARKING.matcher(vermagic).matches();
  }

  /** The release it was built for. */
  public String release() {
    int blank = vermagic.indexOf(' ');
    return blank < 0 ? vermagic : vermagic.substring(0, blank);
  }
}
