package dev.assay.inspect.cleartext;

/** Servers of RFC 854: of BusyBox, utelnetd, GNU inetutils and netkit. */
final class Telnet {
  private Telnet() {}

  static void read(Daemon daemon) {
    daemon.localLogins = true;
    daemon.rootLogin = true;
    // BusyBox and utelnetd: -l PROGRAM; inetutils: -E, --exec-login; netkit: -L.
    String login = daemon.value("-l", "-E", "--exec-login", "-L");
    daemon.withoutLogin =
        login.matches("(\\S*/)?(ba|a|da|k|z)?sh(\\s.*)?|\\S*login -f.*|\\S*/login\\.sh");
    String port = daemon.value("-p");
    String address = daemon.value("-b");
    if (daemon.listens.isEmpty() && !(port + address).isEmpty()) {
      daemon.listens.add("tcp:" + (address.isEmpty() ? port : address + ":" + port));
    }
    if (daemon.server.equals("in.telnetd")
        && daemon.value("-z").matches("secure|ssl|secure,.*|.*,secure")) {
      daemon.tls = "required";
    }
  }
}
