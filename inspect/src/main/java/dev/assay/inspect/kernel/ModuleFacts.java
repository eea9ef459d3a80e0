package dev.assay.inspect.kernel;

/**
 * What a kernel module's bytes tell.
 *
 * @param name from {@code .modinfo}
 * @param vermagic release and options it was built for
 * @param signed whether a signature is appended
 */
public record ModuleFacts(String name, String license, String vermagic, boolean signed) {
  /** The release it was built for. */
  public String release() {
    int blank = vermagic.indexOf(' ');
    return blank < 0 ? vermagic : vermagic.substring(0, blank);
  }
}
