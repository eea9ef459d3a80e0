package dev.assay.inspect.cleartext;

/** Servers of RFC 1350: tftp-hpa, atftpd and BusyBox. */
final class Tftp {
  private Tftp() {}

  static void read(Daemon daemon) {
    daemon.anonymous = true;
    String last = daemon.arguments.isEmpty() ? "" : daemon.arguments.getLast();
    daemon.directory = last.startsWith("/") ? last : "";
    daemon.creates = daemon.has('c', "--create");
    String user = daemon.value("-u", "--user");
    switch (daemon.server) {
      case "busybox" -> {
        // BusyBox's tftpd changes its root to the directory, and takes uploads without -r.
        daemon.write = !daemon.has('r', "--read-only");
        daemon.confined = !daemon.directory.isEmpty();
        daemon.user = user.isEmpty() ? daemon.user : user;
      }
      case "atftpd" -> {
        daemon.confined = true;
        daemon.creates = false;
        daemon.user = daemon.value("--user").split("\\.", 2)[0];
        daemon.user = daemon.user.isEmpty() ? "nobody" : daemon.user;
        daemon.unknown("write", "depends on the rights of the directory on the device");
      }
      default -> {
        daemon.write = daemon.creates || daemon.has('p', "--permissive");
        daemon.confined = daemon.has('s', "--secure");
        daemon.user = user.isEmpty() ? "nobody" : user;
      }
    }
    daemon.anonymousWrite = daemon.write;
    String address = daemon.value("-a", "--address", "--bind-address");
    if (daemon.listens.isEmpty() && !address.isEmpty()) {
      daemon.listens.add("udp:" + address);
    }
  }
}
