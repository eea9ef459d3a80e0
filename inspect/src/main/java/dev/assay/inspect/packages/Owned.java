package dev.assay.inspect.packages;

import dev.assay.inspect.tree.Root;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the installed packages of a root own: their makers answer for flaws in it. What a package
 * installs where distributions put nothing is no distribution's, and counted as owned by none.
 *
 * @param files paths without leading slash and {@code usr/}, since on merged systems both names of
 *     a file are in use
 * @param unlisted names and source names of packages whose files the database does not list
 */
public record Owned(Set<String> files, Set<String> unlisted) {
  private static final Root.Derived<Owned> OWNED = new Root.Derived<>(Owned::read);

  /**
   * Below these only add-on packages install (FHS 3.0, 3.13 and 4.9; Debian policy 9.1.2), with
   * copies of libraries that no distribution's tracker follows.
   */
  private static final List<String> ADD_ONS = List.of("opt/", "local/");

  public static Owned of(Root root) {
    return OWNED.of(root);
  }

  private static Owned read(Root root) {
    Set<String> files = new HashSet<>();
    Set<String> unlisted = new HashSet<>();
    for (Installed each : InstalledPackages.of(root).all()) {
      each.facts().files().stream()
          .map(Owned::plain)
          .filter(path -> !isAddOn(each.facts().manager(), path))
          .forEach(files::add);
      if (each.facts().files().isEmpty()) {
        unlisted.add(each.facts().name());
        unlisted.add(each.facts().source());
      }
    }
    return new Owned(files, unlisted);
  }

  /** Whether a package has that path of the root. */
  public boolean owns(String path) {
    return files.contains(plain(path));
  }

  /** Whether packages are installed and the database says of none which files it owns. */
  public boolean isSilent() {
    return files.isEmpty() && !unlisted.isEmpty();
  }

  /** Entware, which has opkg, lives in {@code /opt} as a whole. */
  private static boolean isAddOn(String manager, String path) {
    return !manager.equals("opkg") && ADD_ONS.stream().anyMatch(path::startsWith);
  }

  private static String plain(String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return relative.startsWith("usr/") ? relative.substring("usr/".length()) : relative;
  }
}
