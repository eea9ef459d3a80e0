package dev.assay.inspect.sudo;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One component for {@code etc/sudoers}. */
public final class SudoPolicyInspector implements Inspector {
  public static final Kind<SudoPolicyFacts> KIND =
      Kind.of("sudo-policy", SudoPolicyFacts.class, "Rules of sudo");

  private static final int MAX_RULES = 4096;
  private static final Pattern DEFAULT =
      Pattern.compile("(!?)\\s*+([a-z_]++)\\s*+(?:[+-]?=\\s*+\"?+([^\"]*+)\"?)?");

  /** Programs whose documented commands or options start a shell or write any file. */
  private static final Set<String> ESCAPES =
      Set.of(
          ("vi vim view nano emacs ed less more man find awk gawk tar zip rsync python python3 perl"
                  + " ruby lua node php sh bash dash ash zsh busybox env xargs tee cp mv dd gdb"
                  + " strace nmap git ssh ftp tcpdump make crontab")
              .split(" "));

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of("etc/sudoers", "etc/sudoers.d/*", "usr/local/etc/sudoers.d/*");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    root.file("etc/sudoers").ifPresent(file -> describe(root, file, findings));
  }

  private static void describe(Root root, SourceFile file, Findings findings) {
    Draft draft = findings.component(KIND, file.path(), "sudo");
    Sudoers sudoers = new Sudoers(root);
    sudoers.read(file);
    sudoers.doubts.forEach(doubt -> draft.unknown("rules", doubt));
    List<SudoPolicyFacts.Rule> rules = new ArrayList<>();
    for (Sudoers.Entry entry : sudoers.rules) {
      rules(sudoers, entry, rules, draft);
    }
    Settings settings = new Settings();
    for (Sudoers.Entry entry : sudoers.defaults) {
      settings.take(entry, draft);
    }
    for (String fact :
        List.of("authenticate", "envReset", "securePath", "othersPassword", "timestampTimeout")) {
      draft.seen(fact, file.whole("sudo's own value holds where no Defaults line changes it"));
    }
    draft
        .signs(
            RiskSigns.UNKNOWN
                .withExposure(RiskSigns.Exposure.NONE, "settings, not code")
                .withSurface(0, 0, "settings, not code")
                .withPrivilege(RiskSigns.Privilege.FULL, "decides who becomes root"))
        .facts(
            new SudoPolicyFacts(
                List.copyOf(rules),
                settings.authenticate,
                settings.envReset,
                settings.securePath,
                settings.othersPassword,
                settings.timeout,
                loose(sudoers, draft)));
  }

  private static void rules(
      Sudoers sudoers, Sudoers.Entry entry, List<SudoPolicyFacts.Rule> rules, Draft draft) {
    Optional<UserSpecification> rule = UserSpecification.of(entry.text());
    if (rule.isEmpty()) {
      draft.unknown("rules", "a line is not a rule as expected: " + entry.evidence().excerpt());
      return;
    }
    Aliases aliases = new Aliases(sudoers, draft);
    List<String> users = aliases.expand(Sudoers.Sort.USER, rule.get().users());
    for (UserSpecification.Group group : rule.get().groups()) {
      for (AllowedCommand allowed : AllowedCommand.of(group.commands())) {
        if (allowed.command().isEmpty()) {
          draft.unknown("rules", "a rule names no command: " + entry.evidence().excerpt());
        }
        boolean asRoot = aliases.isRoot(allowed.runas());
        for (String command : aliases.expand(Sudoers.Sort.COMMAND, List.of(allowed.command()))) {
          for (String user : users) {
            if (rules.size() >= MAX_RULES) {
              draft.unknown("rules", "there are more than " + MAX_RULES + " rules");
              return;
            }
            draft.seen("rules[" + rules.size() + "]", entry.evidence());
            rules.add(rule(user, group.hosts(), allowed, asRoot, command));
          }
        }
      }
    }
  }

  private static SudoPolicyFacts.Rule rule(
      String user, String hosts, AllowedCommand allowed, boolean asRoot, String command) {
    String program = command.split("\\s", 2)[0];
    boolean escapes =
        !allowed.noexec() && ESCAPES.contains(program.substring(program.lastIndexOf('/') + 1));
    return new SudoPolicyFacts.Rule(
        user,
        hosts,
        allowed.runas(),
        asRoot,
        allowed.passwordless(),
        allowed.setenv(),
        command,
        escapes);
  }

  private static List<String> loose(Sudoers sudoers, Draft draft) {
    List<String> loose = new ArrayList<>();
    for (SourceFile file : sudoers.files) {
      Node node = file.node();
      boolean byGroup = (node.mode() & 020) != 0 && node.owner().gid() != 0;
      if (byGroup || (node.mode() & 02) != 0) {
        draft.seen(
            "looseFiles[" + loose.size() + "]",
            file.whole("mode " + Integer.toOctalString(node.mode()) + " " + node.owner()));
        loose.add(node.inRoot());
      }
    }
    return List.copyOf(loose);
  }

  /** Settings for everybody; those for one user, host or command are left out. */
  private static final class Settings {
    private boolean authenticate = true;
    private boolean envReset = true;
    private String securePath = "";
    private boolean othersPassword;
    private double timeout = 5;

    void take(Sudoers.Entry entry, Draft draft) {
      if (!entry.text().matches("Defaults\\s.*")) {
        return;
      }
      for (String each : Lists.of(entry.text().substring("Defaults".length()))) {
        Matcher setting = DEFAULT.matcher(each);
        if (!setting.matches()) {
          continue;
        }
        boolean on = setting.group(1).isEmpty();
        String value = setting.group(3) == null ? "" : setting.group(3);
        switch (setting.group(2)) {
          case "authenticate" -> authenticate = seen(draft, "authenticate", entry, on);
          case "env_reset" -> envReset = seen(draft, "envReset", entry, on);
          case "targetpw", "rootpw", "runaspw" ->
              othersPassword |= seen(draft, "othersPassword", entry, on);
          case "secure_path" -> {
            seen(draft, "securePath", entry, on);
            securePath = on ? value : "";
          }
          case "timestamp_timeout" -> {
            seen(draft, "timestampTimeout", entry, on);
            if (value.matches("-?[0-9]{1,6}(\\.[0-9]{1,6})?")) {
              timeout = Double.parseDouble(value);
            }
          }
          default -> {}
        }
      }
    }

    private static boolean seen(Draft draft, String fact, Sudoers.Entry entry, boolean on) {
      draft.seen(fact, entry.evidence());
      return on;
    }
  }
}
