package dev.assay.inspect.packages;

import dev.assay.inspect.tree.Root;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the package databases of a root list, read once for all who ask. */
public final class InstalledPackages {
  private static final Root.Derived<InstalledPackages> READ =
      new Root.Derived<>(InstalledPackages::new);

  private final List<Installed> all;
  private final RpmDatabase.Read rpm;

  private InstalledPackages(Root root) {
    List<Installed> installed = new ArrayList<>(DpkgDatabase.read(root));
    installed.addAll(ApkDatabase.read(root));
    rpm = RpmDatabase.read(root);
    installed.addAll(rpm.installed());
    all = List.copyOf(installed);
  }

  public static InstalledPackages of(Root root) {
    return READ.of(root);
  }

  /** A package's version with its place in the database. */
  public record Version(String version, Evidence evidence) {}

  /** The version of the first of the named packages that is installed. */
  public Optional<Version> version(List<String> names) {
    return names.stream()
        .flatMap(name -> all.stream().filter(each -> each.facts().name().equals(name)))
        .map(each -> new Version(each.facts().version(), each.evidence()))
        .findFirst();
  }

  List<Installed> all() {
    return all;
  }

  RpmDatabase.Read rpm() {
    return rpm;
  }
}
