package dev.assay.inspect.ssh;

import dev.assay.inspect.Draft;
import dev.assay.inspect.settings.Durations;
import dev.assay.inspect.ssh.SshdConfig.Setting;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values that hold for a server: what is set, or else the default of its release. Says for each
 * fact where it was seen, that the default holds, or that it is not known.
 */
record SshdValues(SshdConfig config, SshdDefaults defaults, Draft draft, SourceFile file) {
  private static final Set<String> LOOSENS =
      Set.of(
          "permitrootlogin",
          "passwordauthentication",
          "permitemptypasswords",
          "hostbasedauthentication");

  /** What is set, with its place noted, or that the default of every release holds. */
  Optional<Setting> setting(String keyword, String fact) {
    Optional<Setting> setting = found(keyword, fact);
    if (setting.isEmpty()) {
      draft.seen(
          fact, file.whole(written(keyword) + " is not set; the default of " + defaults.shown()));
    }
    return setting;
  }

  private Optional<Setting> found(String keyword, String fact) {
    Optional<Setting> setting = config.get(keyword);
    doubt(fact);
    setting.map(Setting::evidence).ifPresent(where -> draft.seen(fact, where));
    return setting;
  }

  /** What was not read may set the keyword before the place that was found. */
  private void doubt(String fact) {
    if (!config.unread().isEmpty()) {
      draft.unknown(fact, config.unread());
    }
  }

  /** As it is in every release where it is not set. */
  String text(String keyword, String otherwise) {
    return setting(keyword, keyword).map(Setting::value).orElse(otherwise);
  }

  /** In lower case. */
  String word(String keyword, String otherwise) {
    return text(keyword, otherwise).toLowerCase(Locale.ROOT);
  }

  boolean yes(String keyword, boolean otherwise) {
    String word = word(keyword, otherwise ? "yes" : "no");
    return !word.equals("no") && !word.equals("false");
  }

  int number(String keyword, int otherwise) {
    try {
      return Integer.parseInt(text(keyword, Integer.toString(otherwise)));
    } catch (NumberFormatException e) {
      draft.unknown(keyword, keyword + " is not a number");
      return otherwise;
    }
  }

  /** {@code 2m}, {@code 1h30m}, {@code 120} (TIME FORMATS of sshd_config(5)). */
  int seconds(String keyword, int otherwise) {
    Optional<Long> seconds =
        Durations.seconds(word(keyword, Integer.toString(otherwise))).filter(s -> s >= 0);
    if (seconds.isEmpty()) {
      draft.unknown(keyword, keyword + " is not a time");
    }
    return (int) Math.min(seconds.orElse((long) otherwise), Integer.MAX_VALUE);
  }

  String rootLogin() {
    String word = fromRelease("permitRootLogin", "permitRootLogin").toLowerCase(Locale.ROOT);
    // without-password is the older name of prohibit-password.
    return word.equals("without-password") ? "prohibit-password" : word;
  }

  boolean protocolOne() {
    String fact = "protocolOne";
    return fromRelease("protocol", fact).contains("1") && isBefore74("protocol 1", fact);
  }

  boolean compressesEarly() {
    String fact = "compressionBeforeAuthentication";
    return fromRelease("compression", fact).equals("yes")
        && isBefore74("compression before authentication", fact);
  }

  /** The server of 7.4 and later has neither, whatever is set (its release notes). */
  private boolean isBefore74(String feature, String fact) {
    Optional<Boolean> gone = defaults.isSince("7.4");
    if (gone.isEmpty()) {
      draft.unknown(
          fact, feature + " is gone since OpenSSH 7.4, and nothing tells which one this is");
    }
    if (gone.orElse(false)) {
      draft.seen(fact, file.whole(defaults.shown() + " has no " + feature + ", whatever is set"));
    }
    return !gone.orElse(false);
  }

  /** What is set, or the default that depends on the release. */
  private String fromRelease(String keyword, String fact) {
    return found(keyword, fact)
        .map(Setting::value)
        .orElseGet(() -> defaults.taken(written(keyword), fact, file, draft));
  }

  /** {@code PermitRootLogin} of {@code permitRootLogin}. */
  private static String written(String keyword) {
    return keyword.equals("macs")
        ? "MACs"
        : Character.toUpperCase(keyword.charAt(0)) + keyword.substring(1);
  }

  /**
   * An algorithm list. One that begins with {@code +}, {@code -} or {@code ^} changes the server's
   * own list (sshd_config(5), Ciphers).
   */
  List<String> algorithms(String keyword) {
    Optional<String> set = found(keyword, keyword).map(Setting::value);
    if (set.isEmpty()) {
      return names(defaults.taken(written(keyword), keyword, file, draft));
    }
    String text = set.get();
    if (!text.startsWith("+") && !text.startsWith("-") && !text.startsWith("^")) {
      return names(text);
    }
    List<String> own = names(defaults.counted(written(keyword), keyword, draft));
    List<String> changed = names(text.substring(1));
    if (text.startsWith("-")) {
      // PATTERNS of ssh_config(5).
      return own.stream()
          .filter(name -> changed.stream().noneMatch(gone -> Wildcards.match(gone, name)))
          .toList();
    }
    return Stream.concat(own.stream(), changed.stream()).distinct().toList();
  }

  private static List<String> names(String list) {
    return Stream.of(list.toLowerCase(Locale.ROOT).split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  List<String> all(String keyword, String fact) {
    setting(keyword, fact);
    return config.all(keyword).stream().map(Setting::value).toList();
  }

  boolean any(List<String> keywords, String fact) {
    doubt(fact);
    Optional<Setting> first = keywords.stream().flatMap(k -> config.all(k).stream()).findFirst();
    draft.seen(
        fact,
        first
            .map(Setting::evidence)
            .orElseGet(() -> file.whole("no AllowUsers, AllowGroups, DenyUsers or DenyGroups")));
    return first.isPresent();
  }

  List<String> exceptions() {
    doubt("matchExceptions");
    List<String> loose = new ArrayList<>();
    for (Setting setting : config.matched()) {
      if (LOOSENS.contains(setting.keyword()) && setting.value().equalsIgnoreCase("yes")) {
        draft.seen("matchExceptions[" + loose.size() + "]", setting.evidence());
        loose.add(setting.keyword() + " " + setting.value());
      }
    }
    return List.copyOf(loose);
  }
}
