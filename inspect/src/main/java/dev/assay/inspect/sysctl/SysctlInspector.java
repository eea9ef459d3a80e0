package dev.assay.inspect.sysctl;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Kernel settings of a root, in the order systemd-sysctl, procps and OpenWrt apply them: files of
 * the sysctl.d directories by name, whatever directory they are in, a name in an earlier directory
 * hiding the same name in later ones (sysctl.d(5)); then sysctl.conf. The last assignment of a key
 * wins; patterns set only what no file sets by name.
 */
public final class SysctlInspector implements Inspector {
  public static final Kind<SysctlFacts> KIND =
      Kind.of("sysctl", SysctlFacts.class, "Kernel settings");

  /** Directories by precedence, first wins. */
  private static final List<String> DIRECTORIES =
      List.of(
          "etc/sysctl.d",
          "run/sysctl.d",
          "usr/local/lib/sysctl.d",
          "usr/lib/sysctl.d",
          "lib/sysctl.d");

  private static final String LAST = "etc/sysctl.conf";

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of("etc/sysctl.conf", "sysctl.d/*.conf");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    List<SourceFile> files = files(root);
    if (files.isEmpty()) {
      return;
    }
    Map<String, String> values = new TreeMap<>();
    Map<String, Evidence> seen = new TreeMap<>();
    Set<String> excluded = new HashSet<>();
    Draft draft = findings.component(KIND, root.path(), "kernel settings");
    for (SourceFile file : files) {
      draft.artifact(file.path());
      for (Line line : file.lines()) {
        for (SysctlLine assignment : SysctlLine.of(line.text()).stream().toList()) {
          String key = assignment.key();
          assignment
              .value()
              .ifPresentOrElse(
                  value -> {
                    values.put(key, value);
                    seen.put(key, file.at(line));
                  },
                  () -> excluded.add(key));
        }
      }
    }
    expand(values, seen, excluded);
    seen.forEach((key, evidence) -> draft.seen("values[" + key + "]", evidence));
    draft.seen(
        "values", files.getLast().whole(values.size() + " settings in " + files.size() + " files"));
    draft.seen("system", files.getLast().whole("kernel settings of " + root.path()));
    draft.signs(signs(values.size())).facts(new SysctlFacts(values, root.isSystem()));
  }

  /**
   * Patterns hold for the templates {@code all} and {@code default} too, unless those are set or
   * excluded by name.
   */
  private static void expand(
      Map<String, String> values, Map<String, Evidence> seen, Set<String> excluded) {
    for (String key : List.copyOf(values.keySet())) {
      if (key.contains(".conf.*.")) {
        for (String template : List.of(".conf.all.", ".conf.default.")) {
          String named = key.replace(".conf.*.", template);
          if (!values.containsKey(named) && !excluded.contains(named)) {
            values.put(named, values.getOrDefault(key, ""));
            Optional.ofNullable(seen.get(key)).ifPresent(evidence -> seen.put(named, evidence));
          }
        }
      }
    }
  }

  private static List<SourceFile> files(Root root) {
    Map<String, String> byName = new TreeMap<>();
    for (String directory : DIRECTORIES) {
      for (Node node : root.children(directory)) {
        if (node.name().endsWith(".conf")) {
          byName.putIfAbsent(node.name(), node.inRoot());
        }
      }
    }
    List<SourceFile> files = new ArrayList<>();
    for (String path : byName.values()) {
      // A link to /dev/null hides the name in the other directories and has no file itself.
      root.file(path).filter(file -> !file.node().inRoot().equals(LAST)).ifPresent(files::add);
    }
    root.file(LAST).ifPresent(files::add);
    return files;
  }

  private static RiskSigns signs(int settings) {
    return RiskSigns.UNKNOWN
        .withExposure(RiskSigns.Exposure.NONE, "applied at start")
        .withSurface(settings, settings, settings + " settings")
        .withMemoryUnsafe(false, "configuration")
        .withParsesInput(false, "configuration")
        .withPrivilege(
            RiskSigns.Privilege.FULL, "decides how the kernel protects itself and the network");
  }
}
