package dev.assay.inspect.android.code;

import dev.assay.inspect.android.App;
import dev.assay.inspect.android.code.AndroidCodeFacts.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what of an app's code cannot be seen. */
final class Hidden {
  private static final Map<String, String> OTHERS =
      Map.of(
          "assets/index.android.bundle", "JavaScript of React Native",
          "assets/www/cordova.js", "JavaScript of Cordova",
          "assets/public/index.html", "JavaScript of Capacitor",
          "libflutter.so", "compiled Dart of Flutter",
          "libmonodroid.so", ".NET assemblies",
          "libil2cpp.so", "compiled C# of Unity");

  private Hidden() {}

  /**
   * @param entries where they were looked for
   */
  static List<String> of(
      App app, List<String> unreadable, Entries entries, Map<String, Use> patterns) {
    int components = app.manifest().componentCount();
    List<String> why = new ArrayList<>(unreadable);
    List<String> missing = entries.missing();
    boolean application = missing.stream().anyMatch(m -> m.startsWith("application "));
    if (application || 2 * missing.size() > components) {
      why.add(
          missing.size()
              + " of "
              + components
              + " components are in no DEX file, "
              + missing.getFirst()
              + " among them: the code is packed or in another part of the app");
    }
    Use loads = patterns.get("loads-code");
    if (loads != null) {
      why.add("code is loaded while the app runs, at " + loads.first().getFirst().shown());
    }
    OTHERS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(
            other -> app.archive().members().keySet().stream().anyMatch(m -> is(m, other.getKey())))
        .forEach(other -> why.add("part of the app is " + other.getValue() + ", not read"));
    return List.copyOf(why);
  }

  private static boolean is(String member, String wanted) {
    return member.equals(wanted) || member.startsWith("lib/") && member.endsWith("/" + wanted);
  }
}
