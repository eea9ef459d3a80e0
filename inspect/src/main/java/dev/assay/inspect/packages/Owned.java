package dev.assay.inspect.packages;

import dev.assay.inspect.tree.Root;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the installed packages of a root own: their makers answer for flaws in it. What a package
 * installs where distributions put nothing is no distribution's, and counted as owned by none.
 *
 * @param files package URL of the owner by path without leading slash and {@code usr/}, since on
 *     merged systems both names of a file are in use
 * @param unlisted names and source names of packages whose files the database does not list
 */
public record Owned(Map<String, String> files, Set<String> unlisted) {
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
    PackageUrls urls = PackageUrls.of(root);
    Map<String, String> files = new HashMap<>();
    Set<String> unlisted = new HashSet<>();
    for (Installed each : InstalledPackages.of(root).all()) {
      String url = urls.of(each);
      each.facts().files().stream()
          .map(Owned::plain)
          .filter(path -> !isAddOn(each.facts().manager(), path))
          .forEach(path -> files.put(path, url));
      if (each.facts().files().isEmpty()) {
        unlisted.add(each.facts().name());
        unlisted.add(each.facts().source());
      }
    }
    return new Owned(files, unlisted);
  }

  /** Whether a package has that path of the root. */
  public boolean owns(String path) {
    return files.containsKey(plain(path));
  }

  /** Package URL of the package that has that path of the root. */
  public Optional<String> owner(String path) {
    return Optional.ofNullable(files.get(plain(path)));
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
