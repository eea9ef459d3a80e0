package dev.assay.inspect.android.code;

import dev.assay.formats.Malformed;
import dev.assay.inspect.android.App;
import dev.assay.inspect.android.code.AndroidCodeFacts.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says what of an app's code cannot be seen. */
final class Hidden {
  /**
   * Libraries of packers that decrypt an app's code while it runs, by what their makers call them.
   */
  private static final Map<String, String> PACKERS =
      Map.ofEntries(
          Map.entry("libjiagu.so", "360 Jiagu"),
          Map.entry("libjiagu_art.so", "360 Jiagu"),
          Map.entry("libshell-super.2019.so", "Tencent Legu"),
          Map.entry("libtup.so", "Tencent Legu"),
          Map.entry("libDexHelper.so", "Bangcle SecNeo"),
          Map.entry("libSecShell.so", "Bangcle SecNeo"),
          Map.entry("libsecexe.so", "Bangcle"),
          Map.entry("libexecmain.so", "ijiami"),
          Map.entry("assets/ijiami.dat", "ijiami"),
          Map.entry("libbaiduprotect.so", "Baidu"),
          Map.entry("libnesec.so", "NetEase"),
          Map.entry("libmobisec.so", "Alibaba"),
          Map.entry("libdexprotector.so", "DexProtector"));

  private static final int MAX_INNER = 20;

  /** Code beside the executables that the system loads by itself. */
  private static final Pattern FURTHER =
      Pattern.compile("(?:assets|res/raw)/.*\\.(?:dex|odex|apk|jar)", Pattern.CASE_INSENSITIVE);

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
          missing.getFirst()
              + (missing.size() == 1
                  ? " is in no DEX file"
                  : " and "
                      + (missing.size() - 1)
                      + " more that the manifest names are in no DEX file")
              + ": the code is packed or in another part of the app");
    }
    Use loads = patterns.get("loads-code");
    if (loads != null) {
      why.add("code is loaded while the app runs, at " + loads.first().getFirst().shown());
    }
    for (Framework each : Framework.ALL) {
      each.in(app).ifPresent(what -> why.add("part of the app is " + what + ", not read"));
    }
    PACKERS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(
            packer ->
                app.archive().members().keySet().stream().anyMatch(m -> is(m, packer.getKey())))
        .forEach(packer -> why.add(packer.getKey() + " is of the packer " + packer.getValue()));
    List<String> further =
        app.archive().members().keySet().stream()
            .filter(member -> FURTHER.matcher(member).matches())
            .sorted()
            .toList();
    further.stream()
        .filter(member -> further.size() > MAX_INNER || !isApp(app, member))
        .findFirst()
        .ifPresent(member -> why.add(member + " is code, too, and not followed"));
    return List.copyOf(why);
  }

  /** An app to be installed is judged by itself; what loads its code is seen where it is called. */
  private static boolean isApp(App app, String member) {
    try {
      return app.archive().open(member).filter(App::is).isPresent();
    } catch (Malformed unreadable) {
      return false;
    }
  }

  /** Whether a member is at a path, or a native library of a name. */
  static boolean is(String member, String wanted) {
    return member.equals(wanted) || member.startsWith("lib/") && member.endsWith("/" + wanted);
  }
}
