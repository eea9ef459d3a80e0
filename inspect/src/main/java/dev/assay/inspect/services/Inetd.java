package dev.assay.inspect.services;

import dev.assay.inspect.Findings;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.Map;
import java.util.TreeMap;

/** Services started on connection: inetd.conf(5) and xinetd.conf(5). */
final class Inetd {
  private Inetd() {}

  static void report(Root root, Findings findings) {
    root.file("etc/inetd.conf")
        .ifPresent(file -> file.lines().forEach(line -> line(file, line, root, findings)));
    root.files("etc/xinetd.d/*").forEach(file -> xinetd(file, root, findings));
  }

  /** {@code service type protocol wait user program arguments}. */
  private static void line(SourceFile file, Line line, Root root, Findings findings) {
    String[] fields = line.text().strip().split("\\s+", 7);
    if (fields.length < 6 || fields[0].startsWith("#")) {
      return;
    }
    Service service =
        new Service(
            file.path() + "#" + line.number(),
            fields[0],
            "inetd",
            file.at(new Line(line.number(), Concealed.of(line.text()))));
    service.enabled = true;
    service.user = fields[4].split("[.:/]", 2)[0];
    service.listens.add(fields[2] + ":" + fields[0]);
    // The argument list begins with the program's name for itself.
    String[] arguments = fields.length > 6 ? fields[6].split("\\s+", 2) : new String[] {""};
    service.command(
        arguments.length > 1 ? fields[5] + " " + arguments[1] : fields[5], file.at(line));
    service.worldWritable = (file.node().mode() & 2) != 0;
    service.report(root, findings, service.draft(findings));
  }

  private static void xinetd(SourceFile file, Root root, Findings findings) {
    String name = "";
    Map<String, String> settings = new TreeMap<>();
    int start = 0;
    for (Line line : file.lines()) {
      String text = line.text().strip();
      int equals = text.indexOf('=');
      if (text.startsWith("service ")) {
        name = text.substring("service ".length()).strip();
        start = line.number();
        settings = new TreeMap<>();
      } else if (text.equals("}") && !name.isEmpty()) {
        xinetd(file, new Line(start, "service " + name), name, settings, root, findings);
        name = "";
      } else if (equals > 0 && !text.startsWith("#")) {
        settings.put(
            text.substring(0, equals).replace("+", "").strip(), text.substring(equals + 1).strip());
      }
    }
  }

  private static void xinetd(
      SourceFile file,
      Line at,
      String name,
      Map<String, String> settings,
      Root root,
      Findings findings) {
    Service service = new Service(file.path() + "#" + at.number(), name, "xinetd", file.at(at));
    service.enabled = !settings.getOrDefault("disable", "no").equals("yes");
    service.user = settings.getOrDefault("user", "root");
    service.listens.add(
        settings.getOrDefault("protocol", "tcp") + ":" + settings.getOrDefault("port", name));
    settings.forEach((key, value) -> service.directives.put(key, Concealed.of(value)));
    if (settings.containsKey("server")) {
      service.command(
          (settings.get("server") + " " + settings.getOrDefault("server_args", "")).strip(),
          file.at(at));
    }
    service.worldWritable = (file.node().mode() & 2) != 0;
    service.report(root, findings, service.draft(findings));
  }
}
