package dev.assay.inspect.packages;

import dev.assay.inspect.tree.Root;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the installed packages of a root own.
 *
 * @param files paths without leading slash and {@code usr/}, since on merged systems both names of
 *     a file are in use
 * @param unlisted names and source names of packages whose files the database does not list
 */
public record Owned(Set<String> files, Set<String> unlisted) {
  private static final Root.Derived<Owned> OWNED = new Root.Derived<>(Owned::read);

  public static Owned of(Root root) {
    return OWNED.of(root);
  }

  private static Owned read(Root root) {
    List<Installed> installed = new ArrayList<>(DpkgDatabase.read(root));
    installed.addAll(ApkDatabase.read(root));
    installed.addAll(RpmDatabase.read(root).installed());
    Set<String> files = new HashSet<>();
    Set<String> unlisted = new HashSet<>();
    for (Installed each : installed) {
      each.facts().files().forEach(path -> files.add(plain(path)));
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

  private static String plain(String path) {
    String relative = path.startsWith("/") ? path.substring(1) : path;
    return relative.startsWith("usr/") ? relative.substring("usr/".length()) : relative;
  }
}
