package dev.assay.inspect.packages;

import dev.assay.inspect.packages.Stanzas.Stanza;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * dpkg's {@code status} file, the {@code status.d} of images without dpkg, and opkg's databases,
 * which have the same form.
 */
final class DpkgDatabase {
  /** What stands before a path in a file of md5sum(1). */
  private static final Pattern DIGEST = Pattern.compile("^[0-9a-f]{32} [ *]");

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
        Declared declared = declared(root, file, manager, info, stanza);
        PackageFacts facts =
            new PackageFacts(
                name,
                stanza.get("Version"),
                stanza.get("Architecture"),
                stanza.get("Source").isEmpty() ? name : stanza.get("Source").split(" ", 2)[0],
                stanza.get("Maintainer"),
                manager,
                status,
                stanza.get("Section"),
                files(root, file, info, name, stanza.get("Architecture")),
                declared.licenses(),
                List.of());
        installed.add(
            new Installed(
                facts,
                file.at(stanza.first()),
                file.path(),
                sourceVersion(stanza.get("Source")),
                Relations.ofControl(
                    stanza.get("Pre-Depends"), stanza.get("Depends"), stanza.get("Provides")),
                declared.where()));
      }
    }
  }

  /** Licences, and where they are declared. */
  private record Declared(List<String> licenses, Evidence where) {}

  /** dpkg has them in the package's copyright file, opkg in its control file. */
  private static Declared declared(
      Root root, SourceFile status, String manager, String info, Stanza stanza) {
    String name = stanza.get("Package");
    if (manager.equals("dpkg")) {
      Optional<Node> copyright = root.node("usr/share/doc/" + name + "/copyright");
      List<String> licenses =
          copyright
              .flatMap(node -> node.facts(CopyrightFacts.class))
              .map(CopyrightFacts::licenses)
              .orElse(List.of());
      return copyright.isEmpty() || licenses.isEmpty()
          ? new Declared(List.of(), status.at(stanza.first()))
          : new Declared(licenses, copyright.get().whole("License: " + licenses.getFirst()));
    }
    return root.file(info + name + ".control").stream()
        .flatMap(file -> Stanzas.of(file).stream().map(control -> licensed(file, control)))
        .filter(each -> !each.licenses().isEmpty())
        .findFirst()
        .orElseGet(() -> licensed(status, stanza));
  }

  private static Declared licensed(SourceFile file, Stanza stanza) {
    String license = stanza.get("License");
    return license.isEmpty()
        ? new Declared(List.of(), file.at(stanza.first()))
        : new Declared(List.of(license), file.whole("License: " + license));
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

  private static List<String> files(
      Root root, SourceFile status, String info, String name, String architecture) {
    return root.file(info + name + ".list")
        .or(() -> root.file(info + name + ":" + architecture + ".list"))
        .map(list -> paths(list.lines().stream().map(Line::text)))
        .or(() -> root.file(status.node().inRoot() + ".md5sums").map(DpkgDatabase::summed))
        .orElse(List.of());
  }

  /** Images without dpkg have the digests of a package's files instead of a list. */
  private static List<String> summed(SourceFile sums) {
    return paths(
        sums.lines().stream().map(line -> DIGEST.matcher(line.text().strip()).replaceFirst("/")));
  }

  private static List<String> paths(Stream<String> lines) {
    return lines.map(String::strip).filter(path -> path.startsWith("/")).toList();
  }
}
