package dev.assay.bench.backtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A release of Debian or Ubuntu by its {@code Packages} files. */
final class Archive {
  /** Largest binary package that is fetched, in bytes, and how many of one source. */
  private static final long MOST_SIZE = 16 << 20;

  private static final int MOST_BINARIES = 3;

  /** Packages that hold no program of their own. */
  private static final Pattern ASIDE =
      Pattern.compile(".*-(?:doc|docs|dbg|dev|data|common|source|examples|l10n-.*|tests?)");

  private static final Pattern ALTERNATIVES = Pattern.compile("[,|]");

  private record Binary(
      String name,
      String source,
      String depends,
      boolean anywhere,
      boolean supported,
      long size,
      long installed,
      boolean updated) {}

  private final Map<String, Binary> binaries = new TreeMap<>();
  private final String update;

  /**
   * @param update what versions hold that were made for the release after it came out: {@code
   *     deb11u}
   */
  private Archive(String update) {
    this.update = update;
  }

  /**
   * @param released the packages of the release
   * @param security what its security suite holds
   */
  static List<SourcePackage> read(String update, Path released, Path security) throws IOException {
    Archive archive = new Archive(update);
    archive.read(released, false);
    archive.read(security, true);
    return archive.sources();
  }

  private void read(Path index, boolean updates) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(index)) {
      Map<String, String> fields = new HashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(": ");
        if (line.isEmpty()) {
          add(fields, updates);
          fields.clear();
        } else if (colon > 0 && line.charAt(0) != ' ') {
          fields.put(line.substring(0, colon), line.substring(colon + 2));
        }
      }
      add(fields, updates);
    }
  }

  /** Indexes are read oldest first: a later entry is the newer version. */
  private void add(Map<String, String> fields, boolean updates) {
    String name = fields.getOrDefault("Package", "");
    if (!name.isEmpty()) {
      boolean before = binaries.containsKey(name) && binaries.get(name).updated();
      binaries.put(
          name,
          new Binary(
              name,
              fields.getOrDefault("Source", name).split(" ", 2)[0],
              fields.getOrDefault("Pre-Depends", "") + "," + fields.getOrDefault("Depends", ""),
              fields.getOrDefault("Architecture", "").equals("all"),
              !fields.getOrDefault("Filename", "").startsWith("pool/universe/"),
              Long.parseLong(fields.getOrDefault("Size", "0")),
              Long.parseLong(fields.getOrDefault("Installed-Size", "0")),
              before || updates || fields.getOrDefault("Version", "").contains(update)));
    }
  }

  private List<SourcePackage> sources() {
    Map<String, List<Binary>> bySource = new TreeMap<>();
    binaries
        .values()
        .forEach(each -> bySource.computeIfAbsent(each.source(), k -> new ArrayList<>()).add(each));
    Map<String, Set<String>> dependents = dependents();
    List<SourcePackage> sources = new ArrayList<>();
    bySource.forEach(
        (source, built) -> {
          List<String> chosen = chosen(built);
          if (!chosen.isEmpty()) {
            sources.add(
                new SourcePackage(
                    source,
                    chosen,
                    built.stream().mapToLong(Binary::installed).sum(),
                    dependents.getOrDefault(source, Set.of()).size(),
                    built.stream().anyMatch(Binary::updated)));
          }
        });
    return sources;
  }

  /**
   * Of what the distribution promises security fixes for (Ubuntu: not for its universe). What is
   * the same on every architecture is data and documents where there is anything else.
   */
  private static List<String> chosen(List<Binary> built) {
    boolean compiled = built.stream().anyMatch(each -> !each.anywhere());
    return built.stream()
        .filter(Binary::supported)
        .filter(each -> each.size() <= MOST_SIZE && !ASIDE.matcher(each.name()).matches())
        .filter(each -> !compiled || !each.anywhere())
        .sorted(Comparator.comparingLong(Binary::installed).reversed().thenComparing(Binary::name))
        .limit(MOST_BINARIES)
        .map(Binary::name)
        .toList();
  }

  private Map<String, Set<String>> dependents() {
    Map<String, Set<String>> dependents = new HashMap<>();
    for (Binary each : binaries.values()) {
      for (String wanted : ALTERNATIVES.split(each.depends())) {
        Binary target = binaries.get(wanted.strip().split("[ (:]", 2)[0]);
        if (target != null && !target.source().equals(each.source())) {
          dependents.computeIfAbsent(target.source(), k -> new HashSet<>()).add(each.source());
        }
      }
    }
    return dependents;
  }
}
