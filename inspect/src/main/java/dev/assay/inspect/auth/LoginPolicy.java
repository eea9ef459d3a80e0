package dev.assay.inspect.auth;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Effective;
import dev.assay.inspect.settings.Lines;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One component where {@code etc/login.defs} is. */
final class LoginPolicy {
  static final List<String> READS =
      List.of(
          "etc/login.defs",
          "etc/default/useradd",
          "etc/security/limits.conf",
          "etc/security/limits.d/*.conf",
          "etc/profile",
          "etc/profile.d/*.sh",
          "etc/bash.bashrc",
          "etc/bashrc",
          "etc/securetty",
          "etc/issue");

  private static final Pattern TMOUT = Pattern.compile("(?:^|[;\\s])TMOUT=([0-9]{1,7})");
  private static final Pattern UMASK = Pattern.compile("(?:^|;)\\s*+umask\\s++0?([0-7]{3})\\b");

  private final Root root;
  private final Draft draft;
  private final SourceFile main;
  private final Effective values;

  private LoginPolicy(Root root, Draft draft, SourceFile main, Map<String, Setting> own) {
    this.root = root;
    this.draft = draft;
    this.main = main;
    this.values =
        new Effective(
            draft, main.path(), key -> Optional.ofNullable(own.get(key.toLowerCase(Locale.ROOT))));
  }

  static void report(Root root, Findings findings) {
    root.file("etc/login.defs")
        .ifPresent(
            file -> {
              Draft draft = findings.component(AuthInspector.LOGIN, file.path(), "login.defs");
              new LoginPolicy(root, draft, file, Lines.last(Lines.words(file))).describe();
            });
  }

  private void describe() {
    int umask = octal("umask", "UMASK", "022");
    String method = values.word("hash", "ENCRYPT_METHOD", "des");
    draft
        .signs(
            RiskSigns.UNKNOWN
                .withExposure(RiskSigns.Exposure.NONE, "settings, not code")
                .withSurface(main.node().size(), 1, "settings")
                .withMemoryUnsafe(false, "configuration")
                .withParsesInput(false, "configuration")
                .withPrivilege(RiskSigns.Privilege.FULL, "bounds accounts and sessions"))
        .facts(
            new LoginPolicyFacts(
                values.number("maxDays", "PASS_MAX_DAYS", -1),
                values.number("minDays", "PASS_MIN_DAYS", -1),
                values.number("warnDays", "PASS_WARN_AGE", -1),
                inactive(),
                values.yes("hash", "MD5_CRYPT_ENAB", false) && method.equals("des")
                    ? "md5"
                    : method,
                values.number("rounds", "SHA_CRYPT_MIN_ROUNDS", 0),
                umask,
                octal("homeMode", "HOME_MODE", Integer.toOctalString(0777 & ~umask)),
                values.number("retries", "LOGIN_RETRIES", 3),
                values.number("timeout", "LOGIN_TIMEOUT", 60),
                values.yes("logsUnknown", "LOG_UNKFAIL_ENAB", false),
                values.yes("logsSuccess", "LOG_OK_LOGINS", false),
                values.yes("logsSwitch", "SYSLOG_SU_ENAB", true),
                values.yes("logsFailures", "FAILLOG_ENAB", true),
                values.yes("homeless", "DEFAULT_HOME", true),
                !limited("coreDumps", "core"),
                !limited("manyLogins", "maxlogins") && !limited("manyLogins", "maxsyslogins"),
                !limited("manyProcesses", "nproc"),
                idle(),
                profileUmask(),
                rootTerminals(),
                banner(),
                Loose.writable(
                    "writableFiles",
                    files(
                            "etc/login.defs",
                            "etc/default/useradd",
                            "etc/security/limits.conf",
                            "etc/profile",
                            "etc/bash.bashrc",
                            "etc/securetty")
                        .stream()
                        .map(SourceFile::node)
                        .toList(),
                    draft)));
  }

  private int octal(String fact, String key, String otherwise) {
    String text = values.text(fact, key, otherwise);
    return text.matches("0?[0-7]{1,4}")
        ? Integer.parseInt(text, 8)
        : Integer.parseInt(otherwise, 8);
  }

  private long inactive() {
    Optional<SourceFile> file = root.file("etc/default/useradd");
    Map<String, Setting> own = file.map(f -> Lines.last(Lines.words(f.in(main)))).orElse(Map.of());
    return new Effective(draft, file.orElse(main).path(), key -> Optional.ofNullable(own.get(key)))
        .number("inactiveDays", "inactive", -1);
  }

  private List<SourceFile> files(String... paths) {
    return Stream.of(paths).flatMap(path -> root.file(path).stream()).toList();
  }

  /** A hard limit for everybody: {@code * hard core 0}. */
  private boolean limited(String fact, String item) {
    List<SourceFile> files = new ArrayList<>(files("etc/security/limits.conf"));
    files.addAll(root.files("etc/security/limits.d/*.conf"));
    boolean limited = false;
    for (SourceFile file : files) {
      for (Line line : file.lines()) {
        String[] words = line.text().replaceFirst("#.*$", "").strip().split("\\s+");
        boolean holds =
            words.length == 4
                && words[0].equals("*")
                && !words[1].equals("soft")
                && words[2].equals(item)
                && !words[3].matches("unlimited|infinity|-1");
        if (holds) {
          draft.seen(fact, file.at(line));
          limited = true;
        }
      }
    }
    if (!limited) {
      draft.seen(fact, main.whole("limits.conf sets no hard limit of " + item + " for everybody"));
    }
    return limited;
  }

  private List<SourceFile> profiles() {
    List<SourceFile> files = new ArrayList<>(files("etc/profile"));
    files.addAll(root.files("etc/profile.d/*.sh"));
    files.addAll(files("etc/bash.bashrc", "etc/bashrc"));
    return files;
  }

  private long idle() {
    long idle = 0;
    for (SourceFile file : profiles()) {
      for (Line line : file.lines()) {
        Matcher tmout = matcher(TMOUT, line);
        if (tmout.find()) {
          draft.seen("idleSeconds", file.at(line));
          idle = Long.parseLong(tmout.group(1));
        }
      }
    }
    draft.seen("idleSeconds", main.whole("TMOUT in profile and bashrc: " + idle));
    return idle;
  }

  private int profileUmask() {
    int umask = -1;
    for (SourceFile file : profiles()) {
      for (Line line : file.lines()) {
        Matcher set = matcher(UMASK, line);
        if (set.find()) {
          draft.seen("profileUmask", file.at(line));
          umask = Integer.parseInt(set.group(1), 8);
        }
      }
    }
    draft.seen("profileUmask", main.whole("umask in profile and bashrc"));
    return umask;
  }

  private static Matcher matcher(Pattern pattern, Line line) {
    String text = line.text().replaceFirst("\\s#.*$", "").strip();
    return pattern.matcher(text.startsWith("#") ? "" : text);
  }

  /** Terminals of the network on which root may log in. */
  private List<String> rootTerminals() {
    List<String> terminals = new ArrayList<>();
    for (SourceFile file : files("etc/securetty")) {
      for (Line line : file.lines()) {
        if (line.text().strip().matches("pts(/[0-9]+)?|ttyp[0-9]+") && terminals.size() < 100) {
          draft.seen("rootTerminals[" + terminals.size() + "]", file.at(line));
          terminals.add(line.text().strip());
        }
      }
    }
    draft.seen("rootTerminals", main.whole("etc/securetty names no terminal of the network"));
    return List.copyOf(terminals);
  }

  private boolean banner() {
    Optional<SourceFile> issue = root.file("etc/issue");
    draft.seen("banner", issue.orElse(main).whole("etc/issue"));
    return issue.isPresent() && issue.get().text().strip().split("\\s+").length > 8;
  }
}
