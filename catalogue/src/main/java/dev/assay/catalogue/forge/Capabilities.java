package dev.assay.catalogue.forge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;

/**
 * File capabilities as Linux stores them (linux/capability.h, {@code struct vfs_cap_data}, revision
 * 2): little-endian words magic, permitted low, inheritable low, permitted high, inheritable high.
 */
public final class Capabilities {
  /** Extended attribute that holds them. */
  public static final String ATTRIBUTE = "security.capability";

  private static final int REVISION_2 = 0x02000000;
  private static final int EFFECTIVE = 1;

  /** By number (linux/capability.h). */
  private static final List<String> NAMES =
      List.of(
          "chown",
          "dac_override",
          "dac_read_search",
          "fowner",
          "fsetid",
          "kill",
          "setgid",
          "setuid",
          "setpcap",
          "linux_immutable",
          "net_bind_service",
          "net_broadcast",
          "net_admin",
          "net_raw",
          "ipc_lock",
          "ipc_owner",
          "sys_module",
          "sys_rawio",
          "sys_chroot",
          "sys_ptrace",
          "sys_pacct",
          "sys_admin",
          "sys_boot",
          "sys_nice",
          "sys_resource",
          "sys_time",
          "sys_tty_config",
          "mknod",
          "lease",
          "audit_write",
          "audit_control",
          "setfcap",
          "mac_override",
          "mac_admin",
          "syslog",
          "wake_alarm",
          "block_suspend",
          "audit_read",
          "perfmon",
          "bpf",
          "checkpoint_restore");

  private Capabilities() {}

  /**
   * Permitted and effective capabilities of these names ({@code cap_net_raw} or {@code net_raw});
   * each may list several with commas, and end in {@code +ep}.
   *
   * @throws IllegalArgumentException naming one that does not exist
   */
  public static byte[] encode(List<String> names) {
    long bits = 0;
    for (String list : names) {
      for (String name : list.replaceAll("[+=]ep$", "").split("[,\\s]+")) {
        bits |= 1L << number(name);
      }
    }
    return ByteBuffer.allocate(20)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(REVISION_2 | EFFECTIVE)
        .putInt((int) bits)
        .putInt(0)
        .putInt((int) (bits >>> 32))
        .putInt(0)
        .array();
  }

  private static int number(String name) {
    String word = name.toLowerCase(Locale.ROOT).replaceFirst("^cap_", "");
    int number = NAMES.indexOf(word);
    if (number < 0) {
      throw new IllegalArgumentException("there is no capability `" + name + "`");
    }
    return number;
  }
}
