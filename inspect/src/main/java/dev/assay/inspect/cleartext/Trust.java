package dev.assay.inspect.cleartext;

import dev.assay.inspect.tree.SourceFile.Line;

/** Hosts that name the user themselves, hosts.equiv(5). */
final class Trust {
  private static final int MAX = 200;

  private Trust() {}

  static void read(Daemon daemon) {
    daemon.localLogins = true;
    daemon.rootLogin = true;
    if (daemon.protocol.equals("rexec")) {
      return;
    }
    for (String path : new String[] {"etc/hosts.equiv", "root/.rhosts"}) {
      daemon
          .root
          .file(path)
          .ifPresent(
              file -> {
                for (Line line : file.lines()) {
                  String text = line.text().strip();
                  boolean trusts =
                      !text.isEmpty() && !text.startsWith("#") && !text.startsWith("-");
                  if (trusts && daemon.trustsHosts.size() >= MAX) {
                    daemon.unknown("trustsHosts", "more than " + MAX + " hosts");
                    break;
                  }
                  if (trusts) {
                    daemon.seen(file.at(line), "trustsHosts[" + daemon.trustsHosts.size() + "]");
                    daemon.trustsHosts.add(text);
                  }
                }
              });
    }
  }
}
