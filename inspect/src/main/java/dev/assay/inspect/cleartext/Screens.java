package dev.assay.inspect.cleartext;

import java.util.List;
import java.util.stream.Stream;

/** Screens over the network: RFB (RFC 6143), which VNC speaks, and the X Window System. */
final class Screens {
  private Screens() {}

  static void vnc(Daemon daemon) {
    List<String> words = daemon.arguments;
    boolean x11vnc = daemon.server.equals("x11vnc");
    String types = daemon.value("-SecurityTypes", "-securitytypes");
    boolean password =
        words.stream()
            .anyMatch(
                word ->
                    word.matches("-(rfbauth|passwd|passwdfile|usepw|unixpw.*|PasswordFile)")
                        || word.startsWith("-PasswordFile="));
    if (x11vnc || daemon.server.startsWith("X")) {
      daemon.withoutLogin =
          words.contains("-nopw")
              || Stream.of(types.split(",")).anyMatch(type -> type.matches("(?i)(TLS)?None"))
              || x11vnc && !password;
    } else {
      daemon.unknown("withoutLogin", "the settings of " + daemon.server + " are not known");
    }
    daemon.secretOnCommandLine = words.contains("-passwd") && x11vnc;
    boolean tls =
        words.stream().anyMatch(word -> word.matches("-(ssl|sslonly|stunnel)"))
            || Stream.of(types.split(",")).allMatch(type -> type.matches("(?i)(TLS|X509)\\w+"));
    daemon.tls = tls ? "required" : "none";
    String listen = daemon.value("-listen", "-interface");
    if (words.stream().anyMatch(word -> word.matches("-localhost(=(1|yes))?"))
        || listen.matches("localhost|127\\..*|::1")) {
      daemon.onlyLocal();
    }
  }

  /**
   * Xserver(1): since X.Org 1.17 no TCP unless {@code -listen tcp}; {@code -ac} lets anybody in.
   */
  static void x11(Daemon daemon) {
    List<String> words = daemon.arguments;
    boolean tcp = false;
    for (int i = 0; i + 1 < words.size(); i++) {
      tcp |= words.get(i).equals("-listen") && words.get(i + 1).equals("tcp");
    }
    if (tcp) {
      daemon.listens.add("tcp:6000");
    } else {
      daemon.onlyLocal();
    }
    daemon.withoutLogin = words.contains("-ac");
  }
}
