package dev.assay.inspect.cleartext;

import java.util.List;
import java.util.Set;

/** Which reader understands which server. */
final class Configurations {
  static final List<String> READS =
      List.of(
          "etc/passwd",
          "etc/ftpusers",
          "etc/vsftpd.conf",
          "etc/vsftpd/*",
          "etc/vsftpd.ftpusers",
          "etc/vsftpd.user_list",
          "etc/proftpd.conf",
          "etc/proftpd/*.conf",
          "etc/proftpd/*/*.conf",
          "etc/pure-ftpd.conf",
          "etc/pure-ftpd/pure-ftpd.conf",
          "etc/pure-ftpd/conf/*",
          "etc/rsyncd.conf",
          "etc/rsyncd.d/*",
          "etc/exports",
          "etc/exports.d/*",
          "etc/hosts.equiv",
          "root/.rhosts");

  private static final Set<String> PURE = Set.of("pure-ftpd", "pure-ftpd-wrapper");
  private static final Set<String> PRO = Set.of("proftpd", "in.proftpd");

  private Configurations() {}

  static void read(Daemon daemon) {
    switch (daemon.protocol) {
      case "telnet" -> Telnet.read(daemon);
      case "tftp" -> Tftp.read(daemon);
      case "ftp" -> ftp(daemon);
      case "rsh", "rlogin", "rexec" -> Trust.read(daemon);
      case "rsync" -> Rsyncd.read(daemon);
      case "nfs" -> NfsExports.read(daemon);
      case "vnc" -> Screens.vnc(daemon);
      case "x11" -> Screens.x11(daemon);
      default -> {
        // The others have nothing to set.
      }
    }
  }

  private static void ftp(Daemon daemon) {
    if (daemon.server.equals("vsftpd")) {
      Vsftpd.read(daemon);
    } else if (PRO.contains(daemon.server)) {
      daemon.server = "proftpd";
      ProFtpd.read(daemon);
    } else if (PURE.contains(daemon.server)) {
      daemon.server = "pure-ftpd";
      PureFtpd.read(daemon);
    } else if (Set.of("busybox", "ftpd", "in.ftpd").contains(daemon.server)) {
      PlainFtpd.read(daemon);
    } else {
      daemon.unread("the settings of " + daemon.server + " are not known");
    }
  }
}
