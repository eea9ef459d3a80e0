package dev.assay.inspect.netconf;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.settings.Included;
import dev.assay.inspect.settings.Lines;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A NETCONF program that the OpenSSH server starts: {@code Subsystem netconf /usr/bin/…}. Who gets
 * in is the SSH server's business; what he may do the program's own, which is not known here.
 */
final class SshSubsystem {
  static final List<String> READS =
      List.of("etc/ssh/sshd_config", "etc/ssh/sshd_config.d/*.conf", "etc/ssh/sshd_config_netconf");

  /** Addresses and ports of each kind; every address has every port. */
  private static final int MOST = 64;

  private SshSubsystem() {}

  static void report(Root root, Findings findings) {
    for (String path : List.of("etc/ssh/sshd_config", "etc/ssh/sshd_config_netconf")) {
      root.file(path).ifPresent(file -> report(root, file, findings));
    }
  }

  private static void report(Root root, SourceFile file, Findings findings) {
    List<Setting> settings = new ArrayList<>();
    Included included = new Included(root);
    included.read(file, each -> read(each, included, settings));
    Optional<Setting> subsystem =
        settings.stream()
            .filter(each -> each.key().equalsIgnoreCase("subsystem"))
            .filter(each -> each.value().matches("netconf\\s.*"))
            .findFirst();
    subsystem.ifPresent(found -> describe(file, found, settings, included, findings));
  }

  private static void describe(
      SourceFile file,
      Setting subsystem,
      List<Setting> settings,
      Included included,
      Findings findings) {
    Draft draft = findings.component(NetconfInspector.KIND, file.path(), "NETCONF over OpenSSH");
    draft.seen("software", subsystem.at());
    Nacm.doubt(draft, "what a user may do is decided by the program " + subsystem.value());
    included.doubt().ifPresent(why -> draft.unknown("listeners", why));
    List<Listener> listeners = listeners(file, settings, draft);
    draft.signs(NetconfInspector.signs(listeners.stream().anyMatch(each -> !each.local())));
    draft.facts(
        new NetconfServerFacts(
            "openssh-subsystem",
            listeners,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            true,
            0,
            0,
            true,
            "permit",
            "deny",
            "permit",
            List.of(),
            true,
            false,
            true,
            List.of(),
            List.of()));
  }

  /**
   * Every {@code ListenAddress}, or all addresses; each with its own port or every {@code Port}.
   */
  private static List<Listener> listeners(SourceFile file, List<Setting> settings, Draft draft) {
    List<Setting> ports = all(settings, "port", draft);
    List<Setting> addresses = all(settings, "listenaddress", draft);
    List<Listener> found = new ArrayList<>();
    if (addresses.isEmpty()) {
      draft.seen("listeners", file.whole("no ListenAddress; the default is all addresses"));
      ports.forEach(port -> found.add(Listener.of("ssh", "*", number(port.value()))));
      if (ports.isEmpty()) {
        found.add(Listener.of("ssh", "*", 22));
      }
    }
    for (Setting each : addresses) {
      draft.seen("listeners[" + found.size() + "]", each.at());
      String text = each.value().split("\\s", 2)[0];
      int colon = text.lastIndexOf(':');
      boolean own = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
      if (own) {
        found.add(Listener.of("ssh", text.substring(0, colon), number(text.substring(colon + 1))));
      } else if (ports.isEmpty()) {
        found.add(Listener.of("ssh", text, 22));
      }
      if (!own) {
        ports.forEach(port -> found.add(Listener.of("ssh", text, number(port.value()))));
      }
    }
    ports.forEach(port -> draft.seen("listeners", port.at()));
    return List.copyOf(found);
  }

  private static List<Setting> all(List<Setting> settings, String key, Draft draft) {
    List<Setting> all =
        settings.stream()
            .filter(each -> each.key().toLowerCase(Locale.ROOT).equals(key))
            .limit(MOST + 1L)
            .toList();
    if (all.size() > MOST) {
      draft.unknown("listeners", "more than " + MOST + " settings of " + key);
    }
    return all.subList(0, Math.min(all.size(), MOST));
  }

  private static int number(String text) {
    return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
  }

  private static void read(SourceFile file, Included included, List<Setting> into) {
    for (Setting setting : Lines.words(file)) {
      if (setting.key().equalsIgnoreCase("include")) {
        for (String each : setting.value().split("\\s+")) {
          String pattern = each.startsWith("/") ? each : "/etc/ssh/" + each;
          included.each(pattern, found -> read(found, included, into));
        }
      } else {
        into.add(setting);
      }
    }
  }
}
