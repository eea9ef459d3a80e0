package dev.assay.inspect.mounts;

import java.util.List;

/**
 * The file systems that {@code etc/fstab} mounts.
 *
 * @param entries in order of the file; swap and commented lines left out
 */
public record MountTableFacts(List<Entry> entries) {
  /**
   * One file system.
   *
   * @param device as written: {@code /dev/mmcblk0p2}, {@code UUID=…}, {@code server:/export},
   *     {@code tmpfs}
   * @param path mount point without a slash at its end
   * @param type file system type: {@code ext4}
   * @param options as written; the value of options that hold secrets is masked
   * @param nodev whether device files on it are ignored
   * @param nosuid whether setuid bits on it are ignored
   * @param noexec whether programs on it cannot be started
   * @param readOnly whether it is mounted with {@code ro}
   * @param byUsers whether ordinary users may mount it ({@code user}, {@code users}, {@code owner},
   *     {@code group})
   */
  public record Entry(
      String device,
      String path,
      String type,
      List<String> options,
      boolean nodev,
      boolean nosuid,
      boolean noexec,
      boolean readOnly,
      boolean byUsers) {}
}
