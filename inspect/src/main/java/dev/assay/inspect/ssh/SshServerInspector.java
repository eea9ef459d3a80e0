package dev.assay.inspect.ssh;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.ssh.SshdConfig.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One component for each {@code etc/ssh/sshd_config}. */
public final class SshServerInspector implements Inspector {
  public static final Kind<SshServerFacts> KIND =
      Kind.of("ssh-server", SshServerFacts.class, "OpenSSH server");

  private static final Set<String> LOOSENS =
      Set.of(
          "permitrootlogin",
          "passwordauthentication",
          "permitemptypasswords",
          "hostbasedauthentication");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of("etc/ssh/sshd_config", "etc/ssh/sshd_config.d/*", "etc/ssh/*.conf");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    root.file("etc/ssh/sshd_config").ifPresent(file -> describe(root, file, findings));
  }

  private static void describe(Root root, SourceFile file, Findings findings) {
    Draft draft =
        findings
            .component(KIND, file.path(), "OpenSSH server")
            .signs(
                RiskSigns.UNKNOWN
                    .withExposure(RiskSigns.Exposure.LISTENS, "takes logins from the network")
                    .withSurface(file.bytes().length, 1, "its configuration")
                    .withMemoryUnsafe(true, "OpenSSH is written in C")
                    .withParsesInput(true, "parses the SSH protocol before authentication")
                    .withPrivilege(RiskSigns.Privilege.FULL, "runs as root and starts shells")
                    .withLinks(Set.of(), Set.of("path:/usr/sbin/sshd"), Set.of()));
    Values values = new Values(SshdConfig.read(root, file), draft, file);
    draft.facts(
        new SshServerFacts(
            values.word("permitRootLogin", "prohibit-password"),
            values.yes("passwordAuthentication", true),
            values.yes("kbdInteractiveAuthentication", true),
            values.yes("permitEmptyPasswords", false),
            values.yes("pubkeyAuthentication", true),
            values.yes("hostbasedAuthentication", false),
            values.yes("ignoreRhosts", true),
            values.yes("strictModes", true),
            values.yes("permitUserEnvironment", false),
            values.yes("x11Forwarding", false),
            values.yes("allowTcpForwarding", true),
            values.yes("allowAgentForwarding", true),
            values.yes("gatewayPorts", false),
            values.yes("permitTunnel", false),
            values.yes("usePam", false),
            values
                .setting("compression", "compressionBeforeAuthentication")
                .map(s -> s.value().equals("yes"))
                .orElse(false),
            values
                .setting("protocol", "protocolOne")
                .map(s -> s.value().contains("1"))
                .orElse(false),
            values.number("maxAuthTries", 6),
            values.number("maxSessions", 10),
            values.seconds("loginGraceTime", 120),
            values.seconds("clientAliveInterval", 0),
            values.number("clientAliveCountMax", 3),
            values.word("logLevel", "info"),
            values.text("banner", "none"),
            values.text("authorizedKeysFile", ".ssh/authorized_keys .ssh/authorized_keys2"),
            values.text("authorizedKeysCommandUser", ""),
            values.list("ciphers"),
            values.list("macs"),
            values.list("kexAlgorithms"),
            values.list("hostKeyAlgorithms"),
            values.list("pubkeyAcceptedAlgorithms"),
            values.all("listenAddress", "listenAddresses"),
            values.any(
                List.of("allowusers", "allowgroups", "denyusers", "denygroups"), "usersRestricted"),
            values.exceptions()));
  }

  /** Reads values and says for each where it was seen, or that the default holds. */
  private record Values(SshdConfig config, Draft draft, SourceFile file) {
    Optional<Setting> setting(String keyword, String fact) {
      Optional<Setting> setting = config.get(keyword);
      doubt(fact);
      draft.seen(
          fact,
          setting
              .map(Setting::evidence)
              .orElseGet(() -> file.whole(keyword + " is not set; the server's default holds")));
      return setting;
    }

    /** What was not read may set the keyword before the place that was found. */
    void doubt(String fact) {
      if (!config.unread().isEmpty()) {
        draft.unknown(fact, config.unread());
      }
    }

    String text(String keyword, String otherwise) {
      return setting(keyword, keyword).map(Setting::value).orElse(otherwise);
    }

    String word(String keyword, String otherwise) {
      String word = text(keyword, otherwise).toLowerCase(Locale.ROOT);
      // without-password is the older name of prohibit-password.
      return word.equals("without-password") ? "prohibit-password" : word;
    }

    boolean yes(String keyword, boolean otherwise) {
      String word = text(keyword, otherwise ? "yes" : "no").toLowerCase(Locale.ROOT);
      return !word.equals("no") && !word.equals("false");
    }

    int number(String keyword, int otherwise) {
      try {
        return Integer.parseInt(text(keyword, Integer.toString(otherwise)));
      } catch (NumberFormatException e) {
        draft.unknown(keyword, keyword + " is not a number");
        return otherwise;
      }
    }

    /** {@code 2m}, {@code 1h30m}, {@code 120} (TIME FORMATS of sshd_config(5)). */
    int seconds(String keyword, int otherwise) {
      String text = text(keyword, Integer.toString(otherwise)).toLowerCase(Locale.ROOT);
      if (!text.matches("(\\d{1,7}[smhdw]?)+")) {
        draft.unknown(keyword, keyword + " is not a time");
        return otherwise;
      }
      long total = 0;
      long number = 0;
      for (char c : text.toCharArray()) {
        if (Character.isDigit(c)) {
          number = number * 10 + c - '0';
        } else {
          total +=
              number
                  * switch (c) {
                    case 'm' -> 60;
                    case 'h' -> 3600;
                    case 'd' -> 86_400;
                    case 'w' -> 604_800;
                    default -> 1;
                  };
          number = 0;
        }
      }
      return (int) Math.min(total + number, Integer.MAX_VALUE);
    }

    /**
     * An algorithm list; lists that change the server's own ({@code +}, {@code -}, {@code ^}) give
     * what they add.
     */
    List<String> list(String keyword) {
      String text = text(keyword, "");
      if (text.startsWith("-")) {
        return List.of();
      }
      String names = text.startsWith("+") || text.startsWith("^") ? text.substring(1) : text;
      return names.isEmpty()
          ? List.of()
          : List.of(names.toLowerCase(Locale.ROOT).split("\\s*,\\s*"));
    }

    List<String> all(String keyword, String fact) {
      setting(keyword, fact);
      return config.all(keyword).stream().map(Setting::value).toList();
    }

    boolean any(List<String> keywords, String fact) {
      doubt(fact);
      Optional<Setting> first = keywords.stream().flatMap(k -> config.all(k).stream()).findFirst();
      draft.seen(
          fact,
          first
              .map(Setting::evidence)
              .orElseGet(() -> file.whole("no AllowUsers, AllowGroups, DenyUsers or DenyGroups")));
      return first.isPresent();
    }

    List<String> exceptions() {
      doubt("matchExceptions");
      List<String> loose = new ArrayList<>();
      for (Setting setting : config.matched()) {
        if (LOOSENS.contains(setting.keyword()) && setting.value().equalsIgnoreCase("yes")) {
          draft.seen("matchExceptions[" + loose.size() + "]", setting.evidence());
          loose.add(setting.keyword() + " " + setting.value());
        }
      }
      return List.copyOf(loose);
    }
  }
}
