package dev.assay.inspect.placement;

import java.util.ArrayList;
import java.util.List;

/**
 * The attribute {@code security.capability} (linux/capability.h, struct vfs_cap_data): a 32-bit
 * little-endian word with the revision in its top byte, then pairs of permitted and inheritable
 * words: one pair in revision 1, two in 2 and 3.
 */
final class Capabilities {
  /** In the order of their numbers, from linux/capability.h. */
  private static final List<String> NAMES =
      List.of(
          ("chown dac_override dac_read_search fowner fsetid kill setgid setuid setpcap"
                  + " linux_immutable net_bind_service net_broadcast net_admin net_raw ipc_lock"
                  + " ipc_owner sys_module sys_rawio sys_chroot sys_ptrace sys_pacct sys_admin"
                  + " sys_boot sys_nice sys_resource sys_time sys_tty_config mknod lease"
                  + " audit_write audit_control setfcap mac_override mac_admin syslog wake_alarm"
                  + " block_suspend audit_read perfmon bpf checkpoint_restore")
              .split(" "));

  private Capabilities() {}

  /** Whether the attribute has one of the three known shapes. */
  static boolean readable(byte[] attribute) {
    return attribute.length >= 4
        && switch (attribute[3]) {
          case 1 -> attribute.length == 12;
          case 2 -> attribute.length == 20;
          case 3 -> attribute.length == 24;
          default -> false;
        };
  }

  /** Names of what the program may use, such as {@code cap_net_raw}; empty if not readable. */
  static List<String> permitted(byte[] attribute) {
    if (!readable(attribute)) {
      return List.of();
    }
    long bits = word(attribute, 4);
    if (attribute[3] != 1) {
      bits |= word(attribute, 12) << 32;
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Long.SIZE; i++) {
      if ((bits >>> i & 1) != 0) {
        names.add("cap_" + (i < NAMES.size() ? NAMES.get(i) : Integer.toString(i)));
      }
    }
    return List.copyOf(names);
  }

  private static long word(byte[] bytes, int at) {
    return (bytes[at] & 0xFFL)
        | (bytes[at + 1] & 0xFFL) << 8
        | (bytes[at + 2] & 0xFFL) << 16
        | (bytes[at + 3] & 0xFFL) << 24;
  }
}
