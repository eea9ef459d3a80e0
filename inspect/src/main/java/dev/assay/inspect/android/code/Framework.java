package dev.assay.inspect.android.code;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.inspect.android.App;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an app is written with other than Java and Kotlin.
 *
 * @param member that tells: a path, or the name of a native library
 * @param what part of the app is in it
 * @param version how it tells its version, the numbers in groups; empty where it does not
 */
record Framework(String member, String what, Optional<Pattern> version) {
  private static final int MOST = 32 << 20;

  /** First bytes of a bundle that Hermes compiled, before the version of its bytecode. */
  private static final long HERMES = 0x1F1903C103BC1FC6L;

  static final List<Framework> ALL =
      List.of(
          // ReactNativeVersion.js
          telling(
              "assets/index.android.bundle",
              "JavaScript of React Native",
              "major:(\\d{1,4}),minor:(\\d{1,4}),patch:(\\d{1,4})"),
          telling(
              "assets/www/cordova.js",
              "JavaScript of Cordova",
              "PLATFORM_VERSION_BUILD_LABEL = ['\"](\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})"),
          silent("assets/public/index.html", "JavaScript of Capacitor"),
          telling(
              "libflutter.so",
              "compiled code of Flutter, Dart",
              "(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})[-.0-9a-z]{0,30} \\((?:stable|beta|dev|main)\\)"),
          silent("libil2cpp.so", "compiled C# of Unity"),
          silent("libmonodroid.so", ".NET assemblies"));

  private static Framework telling(String member, String what, String version) {
    return new Framework(member, what, Optional.of(Pattern.compile(version)));
  }

  private static Framework silent(String member, String what) {
    return new Framework(member, what, Optional.empty());
  }

  /**
   * What of an app is written with it, and its version where that is told; empty where nothing is.
   */
  Optional<String> in(App app) {
    return app.archive().members().keySet().stream()
        .filter(name -> Hidden.is(name, member))
        .sorted()
        .findFirst()
        .map(name -> what + opened(app, name).map(this::version).orElse(""));
  }

  private static Optional<Bytes> opened(App app, String name) {
    try {
      return app.archive().open(name);
    } catch (Malformed unreadable) {
      return Optional.empty();
    }
  }

  private String version(Bytes content) {
    Block start = content.block(0, (int) Math.min(MOST, content.size()));
    if (start.size() >= 12 && start.i64le(0) == HERMES) {
      return " (Hermes bytecode " + start.u32le(8) + ")";
    }
    return version
        .map(pattern -> pattern.matcher(text(start)))
        .filter(Matcher::find)
        .map(found -> " " + found.group(1) + "." + found.group(2) + "." + found.group(3))
        .orElse("");
  }

  private static String text(Block start) {
    return new String(start.bytes(0, start.size()), StandardCharsets.ISO_8859_1);
  }
}
