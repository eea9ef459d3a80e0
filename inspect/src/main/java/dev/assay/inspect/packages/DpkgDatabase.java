package dev.assay.inspect.packages;

import dev.assay.inspect.packages.Stanzas.Stanza;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * dpkg's {@code status} file, the {@code status.d} of images without dpkg, and opkg's databases,
 * which have the same form.
 */
final class DpkgDatabase {
  private DpkgDatabase() {}

  static final List<String> FILES =
      List.of(
          "var/lib/dpkg/status",
          "var/lib/dpkg/status.d/*",
          "var/lib/dpkg/info/*.list",
          "usr/lib/opkg/status",
          "usr/lib/opkg/info/*.control",
          "usr/lib/opkg/info/*.list",
          "var/lib/opkg/status",
          "opt/lib/opkg/status");

  static List<Installed> read(Root root) {
    List<Installed> installed = new ArrayList<>();
    root.file("var/lib/dpkg/status")
        .ifPresent(file -> read(root, file, "dpkg", "var/lib/dpkg/info/", installed));
    for (SourceFile file : root.files("var/lib/dpkg/status.d/*")) {
      if (!file.node().name().endsWith(".md5sums")) {
        read(root, file, "dpkg", "var/lib/dpkg/info/", installed);
      }
    }
    for (String opkg : List.of("usr/lib/opkg/", "var/lib/opkg/", "opt/lib/opkg/")) {
      root.file(opkg + "status")
          .ifPresent(file -> read(root, file, "opkg", opkg + "info/", installed));
    }
    return installed;
  }

  private static void read(
      Root root, SourceFile file, String manager, String info, List<Installed> installed) {
    for (Stanza stanza : Stanzas.of(file)) {
      String name = stanza.get("Package");
      String status = status(stanza);
      if (!name.isEmpty() && !status.equals("not-installed") && !status.equals("config-files")) {
        PackageFacts facts =
            new PackageFacts(
                name,
                stanza.get("Version"),
                stanza.get("Architecture"),
                stanza.get("Source").isEmpty() ? name : stanza.get("Source").split(" ")[0],
                stanza.get("Maintainer"),
                manager,
                status,
                stanza.get("Section"),
                files(root, info, name, stanza.get("Architecture")));
        installed.add(
            new Installed(
                facts, file.at(stanza.first()), file.path(), sourceVersion(stanza.get("Source"))));
      }
    }
  }

  /** What stands in brackets in {@code Source: gcc-12 (12.2.0-14)}. */
  private static String sourceVersion(String field) {
    int open = field.indexOf(" (");
    return open > 0 && field.endsWith(")") ? field.substring(open + 2, field.length() - 1) : "";
  }

  /** The third word of dpkg's {@code want flag status}; images without dpkg have no such line. */
  private static String status(Stanza stanza) {
    String[] words = stanza.get("Status").split(" ");
    return words.length == 3 ? words[2] : "installed";
  }

  private static List<String> files(Root root, String info, String name, String architecture) {
    return root.file(info + name + ".list")
        .or(() -> root.file(info + name + ":" + architecture + ".list"))
        .map(
            list ->
                list.lines().stream()
                    .map(line -> line.text().strip())
                    .filter(p -> p.startsWith("/"))
                    .toList())
        .orElse(List.of());
  }
}
