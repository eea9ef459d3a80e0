package dev.assay.inspect.cleartext;

/** Servers that are set by options alone: of BusyBox, GNU inetutils and netkit. */
final class PlainFtpd {
  private PlainFtpd() {}

  static void read(Daemon daemon) {
    boolean busyBox = daemon.server.equals("busybox") || daemon.has('w', "-w");
    if (busyBox) {
      // ftpd [-wvS] [-A | -a USER] [-t N] [-T N] [DIR]
      boolean open = daemon.has('A', "-A");
      daemon.withoutLogin = open;
      daemon.anonymous = open || !daemon.value("-a").isEmpty();
      daemon.localLogins = !open;
      daemon.write = daemon.has('w', "-w");
      daemon.anonymousWrite = daemon.anonymous && daemon.write;
      String last = daemon.arguments.isEmpty() ? "" : daemon.arguments.getLast();
      daemon.directory = last.startsWith("/") ? last : "";
      daemon.confined = !daemon.directory.isEmpty() && !daemon.directory.equals("/");
      daemon.rootLogin = daemon.localLogins;
    } else {
      // Anonymous visitors are let in where there is an account for them.
      daemon.anonymous = Accounts.has(daemon.root, "ftp");
      daemon.localLogins = !daemon.has('A', "--anonymous-only");
      daemon.write = daemon.localLogins;
      daemon.rootLogin = daemon.localLogins && !Accounts.isBarred(daemon.root, "root");
    }
  }
}
