package dev.assay.inspect.cleartext;

import dev.assay.inspect.starts.Start;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which program, and which port of a super-server, speaks what. */
final class Protocols {
  private static final Map<String, String> PROGRAMS =
      Map.ofEntries(
          Map.entry("telnetd", "telnet"),
          Map.entry("in.telnetd", "telnet"),
          Map.entry("utelnetd", "telnet"),
          Map.entry("inetutils-telnetd", "telnet"),
          Map.entry("tftpd", "tftp"),
          Map.entry("in.tftpd", "tftp"),
          Map.entry("atftpd", "tftp"),
          Map.entry("tftpd-hpa", "tftp"),
          Map.entry("ftpd", "ftp"),
          Map.entry("in.ftpd", "ftp"),
          Map.entry("vsftpd", "ftp"),
          Map.entry("proftpd", "ftp"),
          Map.entry("in.proftpd", "ftp"),
          Map.entry("pure-ftpd", "ftp"),
          Map.entry("pure-ftpd-wrapper", "ftp"),
          Map.entry("bftpd", "ftp"),
          Map.entry("stupid-ftpd", "ftp"),
          Map.entry("in.rshd", "rsh"),
          Map.entry("rshd", "rsh"),
          Map.entry("in.rlogind", "rlogin"),
          Map.entry("rlogind", "rlogin"),
          Map.entry("in.rexecd", "rexec"),
          Map.entry("rexecd", "rexec"),
          Map.entry("in.fingerd", "finger"),
          Map.entry("fingerd", "finger"),
          Map.entry("rsyncd", "rsync"),
          Map.entry("rpc.nfsd", "nfs"),
          Map.entry("unfsd", "nfs"),
          Map.entry("ganesha.nfsd", "nfs"),
          Map.entry("x11vnc", "vnc"),
          Map.entry("Xvnc", "vnc"),
          Map.entry("Xtigervnc", "vnc"),
          Map.entry("Xtightvnc", "vnc"),
          Map.entry("fbvncserver", "vnc"),
          Map.entry("framebuffer-vncserver", "vnc"),
          Map.entry("X", "x11"),
          Map.entry("Xorg", "x11"),
          Map.entry("Xfbdev", "x11"));

  /** Names of /etc/services, and their numbers, by which super-servers start or are a service. */
  private static final Map<String, String> PORTS =
      Map.ofEntries(
          Map.entry("telnet", "telnet"),
          Map.entry("23", "telnet"),
          Map.entry("ftp", "ftp"),
          Map.entry("21", "ftp"),
          Map.entry("tftp", "tftp"),
          Map.entry("69", "tftp"),
          Map.entry("shell", "rsh"),
          Map.entry("514", "rsh"),
          Map.entry("login", "rlogin"),
          Map.entry("513", "rlogin"),
          Map.entry("exec", "rexec"),
          Map.entry("512", "rexec"),
          Map.entry("finger", "finger"),
          Map.entry("79", "finger"),
          Map.entry("echo", "echo"),
          Map.entry("discard", "discard"),
          Map.entry("daytime", "daytime"),
          Map.entry("chargen", "chargen"),
          Map.entry("time", "time"),
          Map.entry("qotd", "qotd"),
          Map.entry("systat", "systat"),
          Map.entry("netstat", "netstat"),
          Map.entry("rsync", "rsync"),
          Map.entry("873", "rsync"));

  /**
   * Daemons whose program alone is worth telling; not rsync, X11 and VNC, which are clients and
   * desktops as well.
   */
  static final List<String> ALONE =
      List.of(
          "telnetd",
          "in.telnetd",
          "utelnetd",
          "tftpd",
          "in.tftpd",
          "atftpd",
          "ftpd",
          "in.ftpd",
          "vsftpd",
          "proftpd",
          "pure-ftpd",
          "bftpd",
          "stupid-ftpd",
          "in.rshd",
          "rshd",
          "in.rlogind",
          "rlogind",
          "in.rexecd",
          "rexecd",
          "in.fingerd",
          "fingerd",
          "rpc.nfsd",
          "unfsd",
          "ganesha.nfsd");

  private Protocols() {}

  static Optional<String> of(Start start) {
    String name = start.name();
    // rsync is a client unless it is told otherwise.
    if (name.equals("rsync")) {
      return start.arguments().contains("--daemon") ? Optional.of("rsync") : Optional.empty();
    }
    Optional<String> byProgram = Optional.ofNullable(PROGRAMS.get(name));
    boolean served = start.superServed();
    return byProgram.or(
        () ->
            served
                ? Optional.ofNullable(PORTS.get(start.service().replaceFirst("-.*$", "")))
                : Optional.empty());
  }

  static String ofProgram(String name) {
    return PROGRAMS.getOrDefault(name, "");
  }

  /** Whether the super-server is the service itself. */
  static boolean isInternal(Start start) {
    return start.program().equals("internal");
  }
}
