package dev.assay.inspect;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * Any bytes in the files of one reader. The seeds beside it run in every build; {@code
 * JAZZER_FUZZ=1} searches on from them.
 */
class SourceFileFuzzTest {
  /** Kinds of the components that were found in what the targets were given. */
  final Set<String> found = new TreeSet<>();

  private void survives(byte[] content, String... paths) {
    Tree tree = Tree.ofASystem();
    for (String path : paths) {
      tree.file(path, content);
    }
    tree.foundByItsReaders().forEach(each -> found.add(each.component().kind()));
  }

  /**
   * To try one password costs as much as thousands of inputs, so few of them have hashes of any.
   */
  @FuzzTest
  void accounts(byte[] content) {
    boolean hashes = Arrays.hashCode(content) % 4096 == 0;
    String text = new String(content, StandardCharsets.ISO_8859_1);
    byte[] read = hashes ? content : text.replace('$', '%').getBytes(StandardCharsets.ISO_8859_1);
    survives(read, "etc/passwd", "etc/shadow", "etc/group");
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
  void mobileNetworkSoftware(byte[] content) {
    survives(
        content,
        "etc/osmocom/osmo-bsc.cfg",
        "etc/srsran/enb.conf",
        "etc/oai/gnb.conf",
        "etc/open5gs/mme.yaml",
        "etc/srsran/epc.conf",
        "etc/freeDiameter/freeDiameter.conf",
        "etc/kamailio/kamailio.cfg");
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

  @FuzzTest
  void nftables(byte[] content) {
    survives(content, "etc/nftables.conf", "etc/nftables.d/a.nft");
  }

  @FuzzTest
  void iptables(byte[] content) {
    survives(content, "etc/iptables/rules.v4", "etc/iptables/rules.v6");
  }

  @FuzzTest
  void audit(byte[] content) {
    survives(
        content,
        "etc/audit/auditd.conf",
        "etc/audit/rules.d/a.rules",
        "etc/audit/plugins.d/au-remote.conf",
        "etc/audit/audisp-remote.conf");
  }

  @FuzzTest
  void rsyslog(byte[] content) {
    survives(content, "etc/rsyslog.conf", "etc/rsyslog.d/a.conf");
  }

  @FuzzTest
  void journal(byte[] content) {
    survives(
        content,
        "etc/systemd/journald.conf",
        "etc/systemd/journald.conf.d/a.conf",
        "etc/systemd/journal-upload.conf");
  }

  @FuzzTest
  void logrotate(byte[] content) {
    survives(content, "etc/logrotate.conf", "etc/logrotate.d/a");
  }

  @FuzzTest
  void clock(byte[] content) {
    survives(
        content, "etc/chrony/chrony.conf", "etc/chrony/conf.d/a.conf", "etc/chrony/chrony.keys");
    survives(content, "etc/ntp.conf", "etc/ntp.keys", "etc/linuxptp/ptp4l.conf");
    survives(content, "etc/systemd/timesyncd.conf");
  }

  @FuzzTest
  void pam(byte[] content) {
    survives(
        content,
        "etc/pam.d/a",
        "etc/pam.d/common-auth",
        "etc/security/pwquality.conf",
        "etc/security/faillock.conf");
  }

  @FuzzTest
  void loginDefs(byte[] content) {
    survives(
        content,
        "etc/login.defs",
        "etc/default/useradd",
        "etc/security/limits.conf",
        "etc/profile",
        "etc/securetty");
  }

  @FuzzTest
  void tlsPolicy(byte[] content) {
    survives(
        content,
        "etc/ssl/openssl.cnf",
        "etc/ssl/openssl.cnf.d/a.cnf",
        "etc/gnutls/config",
        "etc/crypto-policies/config");
  }

  @FuzzTest
  void updates(byte[] content) {
    survives(
        content,
        "etc/rauc/system.conf",
        "etc/swupdate.cfg",
        "etc/swupdate/conf.d/a",
        "etc/mender/mender.conf",
        "etc/ostree/remotes.d/a.conf",
        "etc/apt/sources.list",
        "etc/apt/sources.list.d/a.sources",
        "etc/apt/apt.conf.d/a",
        "etc/opkg.conf");
  }

  @FuzzTest
  void nameServers(byte[] content) {
    survives(
        content,
        "etc/dnsmasq.conf",
        "etc/dnsmasq.d/a",
        "etc/unbound/unbound.conf",
        "etc/bind/named.conf",
        "etc/bind/named.conf.options");
  }

  @FuzzTest
  void dhcpServers(byte[] content) {
    survives(content, "etc/dhcp/dhcpd.conf", "etc/dhcp/local.conf", "etc/default/isc-dhcp-server");
    survives(content, "etc/kea/kea-dhcp4.conf");
    survives(content, "etc/udhcpd.conf");
  }

  @FuzzTest
  void netconf(byte[] content) {
    survives(
        content,
        "etc/netopeer2/start.xml",
        "etc/netopeer2/start.json",
        "etc/sysrepo/data/ietf-netconf-server.startup",
        "etc/sysrepo/data/ietf-netconf-acm.startup",
        "etc/ssh/sshd_config");
    survives(content, "etc/confd/confd.conf", "var/confd/cdb/aaa_init.xml");
  }

  @FuzzTest
  void radioNodes(byte[] content) {
    survives(content, "etc/srsran/enb.conf");
    survives(content, "etc/oai/gnb.conf");
  }

  @FuzzTest
  void integrity(byte[] content) {
    survives(content, "etc/ima/ima-policy", "etc/veritytab");
    survives(content, "etc/kernel/cmdline");
  }

  @FuzzTest
  void kernelModules(byte[] content) {
    survives(content, "etc/modprobe.d/a.conf", "lib/modprobe.d/b.conf", "etc/modules");
    survives(content, "etc/kernel/cmdline");
  }
}
