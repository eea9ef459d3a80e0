package dev.assay.inspect;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any bytes in the files of one reader. The seeds beside it run in every build; {@code
 * JAZZER_FUZZ=1} searches on from them.
 */
class SourceFileFuzzTest {
  private static void survives(byte[] content, String... paths) {
    Tree tree = Tree.ofASystem();
    for (String path : paths) {
      tree.file(path, content);
    }
    tree.inspected();
  }

  @FuzzTest
  void accounts(byte[] content) {
    survives(content, "etc/passwd", "etc/shadow", "etc/group");
  }

  @FuzzTest
  void sshServer(byte[] content) {
    survives(content, "etc/ssh/sshd_config", "etc/ssh/sshd_config.d/a.conf");
  }

  @FuzzTest
  void sudoers(byte[] content) {
    survives(content, "etc/sudoers", "etc/sudoers.d/a");
  }

  @FuzzTest
  void timedJobs(byte[] content) {
    survives(content, "etc/crontab", "etc/cron.d/a", "var/spool/cron/crontabs/root");
  }

  @FuzzTest
  void systemdUnits(byte[] content) {
    survives(
        content,
        "usr/lib/systemd/system/a.service",
        "usr/lib/systemd/system/a.socket",
        "etc/systemd/system/a.service.d/b.conf");
  }

  @FuzzTest
  void startScripts(byte[] content) {
    survives(
        content, "etc/inittab", "etc/init.d/a", "etc/inetd.conf", "etc/xinetd.d/a", "etc/rc.local");
  }

  @FuzzTest
  void mounts(byte[] content) {
    survives(content, "etc/fstab");
  }

  @FuzzTest
  void kernelParameters(byte[] content) {
    survives(content, "etc/sysctl.conf", "etc/sysctl.d/a.conf");
  }

  @FuzzTest
  void bootArguments(byte[] content) {
    survives(
        content,
        "boot/cmdline.txt",
        "boot/extlinux/extlinux.conf",
        "boot/grub/grub.cfg",
        "etc/default/grub",
        "boot/uEnv.txt",
        "boot/boot.cmd");
  }

  @FuzzTest
  void kernelConfiguration(byte[] content) {
    survives(content, "boot/config-6.1", "lib/modules/6.1/config");
  }

  @FuzzTest
  void packages(byte[] content) {
    survives(
        content,
        "etc/os-release",
        "var/lib/dpkg/status",
        "var/lib/dpkg/info/a.list",
        "usr/lib/opkg/status",
        "lib/apk/db/installed");
  }

  @FuzzTest
  void authorizedKeys(byte[] content) {
    survives(content, "root/.ssh/authorized_keys");
  }

  @FuzzTest
  void ipsec(byte[] content) {
    survives(
        content,
        "etc/ipsec.conf",
        "etc/ipsec.d/a.conf",
        "etc/ipsec.secrets",
        "etc/swanctl/swanctl.conf",
        "etc/strongswan.conf",
        "etc/strongswan.d/charon/a.conf");
  }
}
