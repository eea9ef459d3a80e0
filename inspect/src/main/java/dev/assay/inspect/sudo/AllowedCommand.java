package dev.assay.inspect.sudo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One command of a rule with what stands before it (sudoers(5), "Cmnd_Spec"). Who it runs as and
 * tags hold for the commands behind it as well.
 *
 * @param runas what stands in parentheses, {@code root} by default
 * @param command with its arguments, or an alias; empty where none is written
 */
record AllowedCommand(
    String runas, boolean passwordless, boolean setenv, boolean noexec, String command) {
  private static final AllowedCommand BEFORE = new AllowedCommand("root", false, false, false, "");
  private static final Pattern RUNAS = Pattern.compile("\\(([^)]*+)\\)\\s*+(.*+)");
  private static final Pattern TAG = Pattern.compile("([A-Z_]++)\\s*+:\\s*+(.*+)");
  private static final Pattern OPTION =
      Pattern.compile(
          "(?:ROLE|TYPE|PRIVS|LIMITPRIVS|APPARMOR_PROFILE|TIMEOUT|NOTBEFORE|NOTAFTER|CWD|CHROOT)"
              + "\\s*+=\\s*+(?:\"[^\"]*+\"|[^\\s\"]++)\\s*+(.*+)");

  /** One of the digests that the program must have; the last stands before the program. */
  private static final Pattern DIGEST =
      Pattern.compile("sha(?:224|256|384|512)\\s*+:\\s*+[A-Za-z0-9+/=]++\\s*+(.*+)");

  static List<AllowedCommand> of(String commands) {
    List<AllowedCommand> all = new ArrayList<>();
    AllowedCommand last = BEFORE;
    for (String part : Lists.of(commands)) {
      last = last.and(part);
      if (!isDigestAlone(last.command)) {
        all.add(last);
      }
    }
    return List.copyOf(all);
  }

  /** The command behind its digest. */
  static String withoutDigest(String command) {
    Matcher digest = DIGEST.matcher(command);
    return digest.matches() ? digest.group(1) : command;
  }

  /** Whether it says of a command that follows what its content may be. */
  static boolean isDigestAlone(String command) {
    return !command.isEmpty() && withoutDigest(command).isEmpty();
  }

  private AllowedCommand and(String part) {
    AllowedCommand now = this;
    String rest = part;
    while (true) {
      Matcher as = RUNAS.matcher(rest);
      Matcher tag = TAG.matcher(rest);
      Matcher option = OPTION.matcher(rest);
      if (as.matches()) {
        now = now.as(as.group(1).strip());
        rest = as.group(2);
      } else if (tag.matches()) {
        now = now.tagged(tag.group(1));
        rest = tag.group(2);
      } else if (option.matches()) {
        rest = option.group(1);
      } else {
        return new AllowedCommand(now.runas, now.passwordless, now.setenv, now.noexec, rest);
      }
    }
  }

  private AllowedCommand as(String other) {
    return new AllowedCommand(other, passwordless, setenv, noexec, command);
  }

  private AllowedCommand tagged(String tag) {
    return new AllowedCommand(
        runas,
        tag.endsWith("PASSWD") ? tag.startsWith("NO") : passwordless,
        tag.endsWith("SETENV") ? !tag.startsWith("NO") : setenv,
        tag.endsWith("EXEC") ? tag.startsWith("NO") : noexec,
        command);
  }
}
