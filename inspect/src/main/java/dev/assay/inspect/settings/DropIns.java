package dev.assay.inspect.settings;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files that systemd's programs read: the first of {@code /etc}, {@code /run}, {@code
 * /usr/local/lib} and {@code /usr/lib}, then drop-ins of all of them in order of name, of which an
 * earlier directory hides a later one's.
 */
public final class DropIns {
  private static final List<String> DIRECTORIES =
      List.of("etc", "run", "usr/local/lib", "usr/lib", "lib");

  private DropIns() {}

  /** Patterns of the files, for {@link dev.assay.inspect.Inspector#reads}. */
  public static List<String> reads(String name) {
    return List.of(name, name + ".d/*.conf");
  }

  /**
   * @param name below the directories: {@code systemd/journald.conf}
   */
  public static List<SourceFile> of(Root root, String name) {
    List<SourceFile> files = new ArrayList<>();
    DIRECTORIES.stream()
        .flatMap(directory -> root.file(directory + "/" + name).stream())
        .limit(1)
        .forEach(files::add);
    Map<String, Node> dropIns = new TreeMap<>();
    for (String directory : DIRECTORIES) {
      for (Node node : root.children(directory + "/" + name + ".d")) {
        if (node.name().endsWith(".conf")) {
          dropIns.putIfAbsent(node.name(), node);
        }
      }
    }
    dropIns.values().forEach(node -> root.file(node.inRoot()).ifPresent(files::add));
    return files;
  }

  /** The last value of each key in a section; an empty value takes earlier ones away. */
  public static Map<String, Setting> effective(List<SourceFile> files, String section) {
    Map<String, Setting> settings = new TreeMap<>();
    for (SourceFile file : files) {
      for (Setting setting : Lines.sections(file)) {
        if (!setting.section().equals(section)) {
          continue;
        }
        if (setting.value().isEmpty()) {
          settings.remove(setting.key());
        } else {
          settings.put(setting.key(), setting);
        }
      }
    }
    return settings;
  }
}
