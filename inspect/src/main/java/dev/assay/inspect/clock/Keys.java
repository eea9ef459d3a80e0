package dev.assay.inspect.clock;

import dev.assay.inspect.Draft;
import dev.assay.inspect.clock.TimeSyncFacts.Key;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Key files: {@code id type key}, where ntpd also writes {@code M} for MD5; never shown. */
final class Keys {
  private static final int MAX_KEYS = 1_000;

  private Keys() {}

  static List<Key> of(SourceFile file, Draft draft) {
    List<Key> keys = new ArrayList<>();
    for (Line line : file.lines()) {
      String[] words = line.text().replaceFirst("(^|\\s)#.*$", "").strip().split("\\s+");
      if (words.length < 2 || !words[0].matches("[0-9]{1,10}")) {
        continue;
      }
      if (keys.size() >= MAX_KEYS) {
        draft.unknown("keys", "more than " + MAX_KEYS + " keys");
        break;
      }
      // chrony's oldest form leaves the type out.
      String type = words.length > 2 ? type(words[1]) : "MD5";
      String key = words[words.length > 2 ? 2 : 1];
      draft.seen(
          "keys[" + keys.size() + "]",
          Evidence.line(file.path(), line.number(), words[0] + " " + type + " …"));
      keys.add(new Key(words[0], type, bits(key)));
    }
    return List.copyOf(keys);
  }

  private static String type(String written) {
    String upper = written.toUpperCase(Locale.ROOT);
    return upper.equals("M") ? "MD5" : upper.replace("-", "");
  }

  private static int bits(String key) {
    if (key.startsWith("HEX:")) {
      return (key.length() - "HEX:".length()) * 4;
    }
    if (key.startsWith("ASCII:")) {
      return (key.length() - "ASCII:".length()) * 8;
    }
    boolean hexadecimal = key.length() > 20 && key.matches("[0-9A-Fa-f]+");
    return hexadecimal ? key.length() * 4 : key.length() * 8;
  }
}
