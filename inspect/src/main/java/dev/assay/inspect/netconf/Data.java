package dev.assay.inspect.netconf;

import dev.assay.inspect.Draft;
import dev.assay.inspect.settings.FlatSettings;
import dev.assay.inspect.settings.LibConfig;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.settings.XmlFile;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Data of YANG models, from JSON (RFC 7951) or XML; paths without the names of modules and without
 * the wrappers {@code config} and {@code data}. An index of 0 is left out, so that both forms give
 * the same paths.
 */
final class Data {
  private static final int MOST = 50_000;

  private final List<Setting> values;
  private final Map<String, List<Setting>> below = new HashMap<>();

  private Data(List<Setting> values) {
    this.values = values;
    for (Setting each : values) {
      below.computeIfAbsent(parent(each.key()), k -> new ArrayList<>()).add(each);
    }
  }

  static Data of(List<SourceFile> files) {
    List<Setting> values = new ArrayList<>();
    for (SourceFile file : files) {
      for (Setting each : flat(file).scalars()) {
        String path =
            each.key()
                .replaceAll("(^|\\.)[A-Za-z0-9_-]+:", "$1")
                .replace("[0]", "")
                .replaceFirst("^(config|data)\\.", "");
        if (values.size() >= MOST) {
          files.forEach(one -> one.cut("more than " + MOST + " values with all other data"));
          return new Data(List.copyOf(values));
        }
        values.add(new Setting("", path, each.value(), each.at()));
      }
    }
    return new Data(List.copyOf(values));
  }

  /** Whether a file holds data in a form that is read: not sysrepo's binary one. */
  static boolean isReadable(SourceFile file) {
    String start = file.text().stripLeading();
    return start.startsWith("{") || start.startsWith("<");
  }

  private static FlatSettings flat(SourceFile file) {
    return file.text().stripLeading().startsWith("<") ? XmlFile.read(file) : LibConfig.read(file);
  }

  /**
   * Values by path, whose names stand for all elements of a list: {@code nacm.rule-list.rule.name}.
   */
  List<Setting> all(String path) {
    Pattern wanted = Pattern.compile(anyElement(path));
    return values.stream().filter(each -> wanted.matcher(each.key()).matches()).toList();
  }

  Optional<Setting> last(String path) {
    return all(path).stream().reduce((first, second) -> second);
  }

  boolean has(String path) {
    return values.stream().anyMatch(each -> (each.key() + ".").startsWith(path + "."));
  }

  /** Paths of the elements under a path that names lists: one for each with anything in it. */
  List<String> elements(String path) {
    Pattern start = Pattern.compile("(" + anyElement(path) + ")\\..*");
    return values.stream()
        .map(each -> start.matcher(each.key()))
        .filter(Matcher::matches)
        .map(each -> each.group(1))
        .distinct()
        .toList();
  }

  /** Any value below a path. */
  Optional<Setting> under(String path) {
    return values.stream().filter(each -> each.key().startsWith(path + ".")).findFirst();
  }

  /** The value of a name beside another value. */
  Optional<String> beside(Setting value, String name) {
    return listBeside(value, name).stream().findFirst();
  }

  /** All values of a list beside another value. */
  List<String> listBeside(Setting value, String name) {
    String parent = parent(value.key());
    String path = parent.isEmpty() ? name : parent + "." + name;
    return below.getOrDefault(parent, List.of()).stream()
        .filter(each -> each.key().equals(path) || each.key().startsWith(path + "["))
        .map(Setting::value)
        .toList();
  }

  /** What an element lies in: {@code a.b[1]} of {@code a.b[1].c}. */
  static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  /** The values of a list, without the prefixes of identities; says where they stand. */
  List<String> names(String fact, String path, Draft draft) {
    List<Setting> found = all(path);
    for (int i = 0; i < found.size(); i++) {
      draft.seen(fact + "[" + i + "]", found.get(i).at());
    }
    return found.stream()
        .map(each -> each.value().substring(each.value().lastIndexOf(':') + 1))
        .toList();
  }

  private static String anyElement(String path) {
    String any = "(?:\\[\\d+\\])?";
    return Pattern.quote(path).replace(".", "\\E" + any + "\\.\\Q") + any;
  }
}
