package dev.assay.inspect.logging;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Effective;
import dev.assay.inspect.settings.Lines;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /etc/audit}. Defaults are those of auditd.conf(5) 3.0. */
final class AuditPolicy {
  static final List<String> READS =
      List.of(
          "etc/audit/auditd.conf",
          "etc/audit/audit.rules",
          "etc/audit/rules.d/*.rules",
          "etc/audit/plugins.d/*.conf",
          "etc/audisp/plugins.d/*.conf",
          "etc/audit/audisp-remote.conf",
          "etc/audisp/audisp-remote.conf");

  private AuditPolicy() {}

  static void report(Root root, Findings findings) {
    Optional<SourceFile> config = root.file("etc/audit/auditd.conf");
    List<SourceFile> rules = new ArrayList<>(root.files("etc/audit/rules.d/*.rules"));
    // augenrules(8) makes audit.rules of the files in rules.d and replaces it.
    if (rules.isEmpty()) {
      root.file("etc/audit/audit.rules").ifPresent(rules::add);
    }
    List<SourceFile> all = new ArrayList<>();
    config.ifPresent(all::add);
    all.addAll(rules);
    if (all.isEmpty()) {
      return;
    }
    String path = all.getFirst().path();
    Draft draft = findings.component(LoggingInspector.AUDIT, path, "audit");
    all.forEach(file -> draft.artifact(file.path()));
    AuditRules read = new AuditRules(draft);
    rules.forEach(read::read);
    Map<String, Setting> own = config.map(c -> Lines.last(Lines.words(c))).orElse(Map.of());
    Effective values = new Effective(draft, path, key -> Optional.ofNullable(own.get(key)));
    for (String fact :
        List.of(
            "rules",
            "watches",
            "syscalls",
            "failedAccess",
            "suppressed",
            "enabled",
            "failure",
            "backlog",
            "loginIdLocked",
            "daemon")) {
      draft.seen(fact, all.getLast().whole(read.rules + " rules in " + rules.size() + " files"));
    }
    boolean remote = active(root, "au-remote", "forwards", all.getFirst(), draft);
    boolean syslog = active(root, "syslog", "forwards", all.getFirst(), draft);
    List<Node> nodes = all.stream().map(SourceFile::node).toList();
    draft
        .signs(LoggingInspector.signs("records what happens on the device", all.size()))
        .facts(
            new AuditPolicyFacts(
                read.rules,
                List.copyOf(read.watches),
                List.copyOf(read.syscalls),
                read.failedAccess,
                read.suppressed,
                read.enabled,
                read.failure,
                read.backlog,
                read.loginIdLocked,
                config.isPresent(),
                values.yes("writes", "write_logs", true),
                values.word("logFormat", "log_format", "raw"),
                values.number("keepsFiles", "num_logs", 0),
                values.number("megabytes", "max_log_file", 0),
                values.word("fullAction", "max_log_file_action", "ignore"),
                values.word("spaceLeftAction", "space_left_action", "ignore"),
                values.word("adminSpaceAction", "admin_space_left_action", "ignore"),
                values.word("diskFullAction", "disk_full_action", "ignore"),
                values.word("diskErrorAction", "disk_error_action", "ignore"),
                values.word("flush", "flush", "none"),
                remote || syslog,
                remote && plain(root, all.getFirst(), draft),
                values.number("listens", "tcp_listen_port", 0),
                values.yes("listensAuthenticated", "enable_krb5", false),
                Loose.readable("readableFiles", nodes, draft),
                Loose.writable("writableFiles", nodes, draft)));
  }

  private static boolean active(
      Root root, String plugin, String fact, SourceFile main, Draft draft) {
    for (String folder : List.of("etc/audit/plugins.d/", "etc/audisp/plugins.d/")) {
      for (SourceFile file : root.file(folder + plugin + ".conf").stream().toList()) {
        Optional<Setting> active =
            Optional.ofNullable(Lines.last(Lines.words(file.in(main))).get("active"));
        draft.seen(fact, active.map(Setting::at).orElseGet(() -> file.whole("active is not set")));
        if (active.map(Setting::value).orElse("no").toLowerCase(Locale.ROOT).equals("yes")) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean plain(Root root, SourceFile main, Draft draft) {
    Optional<SourceFile> file =
        root.file("etc/audit/audisp-remote.conf")
            .or(() -> root.file("etc/audisp/audisp-remote.conf"));
    Map<String, Setting> own = file.map(f -> Lines.last(Lines.words(f.in(main)))).orElse(Map.of());
    for (String key : List.of("transport", "enable_krb5")) {
      Setting setting = own.get(key);
      if (setting != null && setting.value().matches("(?i)krb5|yes")) {
        draft.seen("forwardsPlain", setting.at());
        return false;
      }
    }
    file.ifPresent(
        found ->
            draft.seen(
                "forwardsPlain", found.whole("no transport = KRB5; the default is plain TCP")));
    return true;
  }
}
