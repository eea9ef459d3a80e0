package dev.assay.compare.change.text;

import dev.assay.compare.Aspect;
import dev.assay.compare.change.Change;
import dev.assay.compare.change.Sets;
import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Versions in the lists of installed packages of dpkg, opkg and apk. */
public final class PackageChanges implements Change {
  private static final int MAX = 64 << 20;
  private static final Pattern LIST =
      Pattern.compile(
          "(^|.*/)(lib/dpkg/status|lib/opkg/status|lib/apk/db/installed|usr/lib/opkg/status)$");

  @Override
  public boolean explains(String path, String type, Bytes left, Bytes right) {
    return LIST.matcher(path).matches() && left.size() <= MAX && right.size() <= MAX;
  }

  @Override
  public List<Aspect> between(Bytes left, Bytes right, int most) {
    List<Aspect> found = new ArrayList<>();
    Sets.values("package", versions(left), versions(right), most, found);
    return found.isEmpty() ? new TextChanges().between(left, right, most) : found;
  }

  private static Map<String, String> versions(Bytes list) {
    Map<String, String> versions = new TreeMap<>();
    String name = "";
    for (String line : list.text(MAX).split("\n")) {
      if (line.startsWith("Package: ") || line.startsWith("P:")) {
        name = line.substring(line.indexOf(':') + 1).strip();
      } else if (!name.isEmpty() && (line.startsWith("Version: ") || line.startsWith("V:"))) {
        String version = line.substring(line.indexOf(':') + 1).strip();
        versions.merge(name, version, (first, second) -> first + ", " + second);
      }
    }
    return versions;
  }
}
