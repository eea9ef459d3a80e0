package dev.assay.inspect.services;

import dev.assay.inspect.Findings;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code etc/inittab}: {@code id:runlevels:action:process}, inittab(5); BusyBox takes the id for a
 * terminal.
 */
final class Inittab {
  private static final Set<String> STARTS =
      Set.of("respawn", "askfirst", "once", "wait", "boot", "bootwait", "ondemand");

  /**
   * A shell itself, OpenWrt's login.sh, which asks for a password only when told to, or a getty or
   * login that is told to start a shell or to skip the password.
   */
  private static final Pattern SHELL =
      Pattern.compile(
          "-?(/usr)?(/s?bin/)?(ba|a|da|k|z)?sh( -(l|-login|i))*"
              + "|/usr/libexec/login\\.sh"
              + "|\\S*getty .*(-l ?\\S{0,200}/(ba|a|da)?sh\\b|--login-program[= ]\\S{0,200}/(ba|a|da)?sh\\b|(-a|--autologin)[= ]?\\S+).*"
              + "|\\S*login -f .*");

  private Inittab() {}

  static void report(Root root, Findings findings) {
    root.file("etc/inittab")
        .ifPresent(file -> file.lines().forEach(line -> report(file, line, root, findings)));
  }

  private static void report(SourceFile file, Line line, Root root, Findings findings) {
    String[] fields = line.text().strip().split(":", 4);
    if (fields.length < 4 || fields[0].startsWith("#") || fields[3].isBlank()) {
      return;
    }
    String process = fields[3].strip();
    Service service =
        new Service(
            file.path() + "#" + line.number(),
            fields[2] + " " + fields[0],
            "inittab",
            file.at(new Line(line.number(), Concealed.of(line.text()))));
    service.enabled = !fields[2].equals("off");
    service.worldWritable = (file.node().mode() & 2) != 0;
    service.respawnShell = STARTS.contains(fields[2]) && SHELL.matcher(process).matches();
    service.directives.put("action", fields[2]);
    service.command(process, file.at(line));
    service.report(root, findings, service.draft(findings));
  }
}
