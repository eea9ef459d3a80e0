package dev.assay.verify.attest;

import dev.assay.verify.bundle.Violations;
import dev.assay.verify.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/** Names every place in which a statement says other than the bundle. */
final class Disagreement {
  private final String file;
  private final Violations violations;

  private Disagreement(String file, Violations violations) {
    this.file = file;
    this.violations = violations;
  }

  static void find(Json stated, Json found, String file, Violations violations) {
    new Disagreement(file, violations).compare("", stated, found);
  }

  private void compare(String path, Json stated, Json found) {
    if (stated instanceof Json.Obj one && found instanceof Json.Obj other) {
      TreeSet<String> keys = new TreeSet<>(one.members().keySet());
      keys.addAll(other.members().keySet());
      for (String key : keys) {
        String at = path.isEmpty() ? key : path + "." + key;
        if (one.at(key).isEmpty() || other.at(key).isEmpty()) {
          violations.add(
              file
                  + ": "
                  + at
                  + (one.at(key).isEmpty() ? " is missing" : " is none of its fields"));
        } else {
          compare(at, one.at(key).get(), other.at(key).get());
        }
      }
    } else if (stated instanceof Json.Arr one
        && found instanceof Json.Arr other
        && one.items().size() == other.items().size()) {
      for (int i = 0; i < one.items().size(); i++) {
        compare(path + "[" + i + "]", one.items().get(i), other.items().get(i));
      }
    } else if (!stated.equals(found)) {
      violations.add(
          file + ": " + path + " is " + shown(stated) + ", the bundle gives " + shown(found));
    }
  }

  private static String shown(Json value) {
    String text = new String(value.bytes(), StandardCharsets.UTF_8);
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
