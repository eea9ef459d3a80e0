package dev.assay.inspect.logging;

import java.util.List;

/**
 * logrotate.
 *
 * @param entries one for each block
 * @param writableFiles files of its configuration that others than root may change
 */
public record LogRotationFacts(List<Entry> entries, List<String> writableFiles) {
  /**
   * One block.
   *
   * @param paths of logs, with stars
   * @param keeps number of old logs, 0 for none
   * @param bounded whether a size is set at which it rotates
   * @param frequency {@code daily}, {@code weekly}, {@code monthly}, {@code yearly}, {@code
   *     hourly}; empty where only the size counts
   * @param compresses whether old logs are compressed
   * @param createMode permission bits of new logs, −1 where the old ones' are kept or none is made
   * @param unsafePermissions whether {@code su} names an account other than root, which may change
   *     the directory
   * @param mails address that old logs are mailed to; empty for none
   */
  public record Entry(
      List<String> paths,
      long keeps,
      boolean bounded,
      String frequency,
      boolean compresses,
      int createMode,
      boolean unsafePermissions,
      String mails) {}
}
