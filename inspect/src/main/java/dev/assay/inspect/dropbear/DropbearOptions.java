package dev.assay.inspect.dropbear;

import dev.assay.inspect.starts.Uci;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options of one server by letter, with their places, from a command line as svr-runopts.c of
 * Dropbear reads it (letters may be joined, values may follow at once) or from an OpenWrt section
 * as its init script passes them on.
 */
final class DropbearOptions {
  /** A value and its place; the value is empty for a flag. */
  record Option(String value, Evidence evidence) {}

  /** Letters that are followed by a value, in all versions so far. */
  private static final String VALUED = "bdrpPTcGlWKID";

  private static final int MAX_OPTIONS = 200;

  private final Map<Character, List<Option>> options = new LinkedHashMap<>();
  private int size;

  static DropbearOptions ofCommandLine(List<String> arguments, Evidence evidence) {
    DropbearOptions read = new DropbearOptions();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (!word.startsWith("-")) {
        continue;
      }
      for (int j = 1; j < word.length(); j++) {
        char letter = word.charAt(j);
        if (VALUED.indexOf(letter) < 0) {
          read.put(letter, "", evidence);
          continue;
        }
        boolean attached = j + 1 < word.length();
        String value =
            attached ? word.substring(j + 1) : i + 1 < arguments.size() ? arguments.get(i + 1) : "";
        read.put(letter, value, evidence);
        i += attached ? 0 : 1;
        break;
      }
    }
    return read;
  }

  /** As {@code /etc/init.d/dropbear} of OpenWrt turns options into arguments, with its defaults. */
  static DropbearOptions ofSection(Uci.Section section) {
    DropbearOptions read = new DropbearOptions();
    read.flag('s', section, "PasswordAuth", false);
    read.flag('g', section, "RootPasswordAuth", false);
    read.flag('w', section, "RootLogin", false);
    read.flag('a', section, "GatewayPorts", true);
    read.value('b', section, "BannerFile", "");
    read.value('c', section, "ForceCommand", "");
    read.value('I', section, "IdleTimeout", "0");
    read.value('K', section, "SSHKeepAlive", "300");
    read.value('T', section, "MaxAuthTries", "3");
    String port = section.text("Port", "22");
    String network = section.text("DirectInterface", section.text("Interface", ""));
    Evidence at =
        section
            .get("DirectInterface")
            .or(() -> section.get("Interface"))
            .or(() -> section.get("Port"))
            .map(Uci.Option::evidence)
            .orElse(section.evidence());
    read.put('p', network.isEmpty() ? port : network + ":" + port, at);
    List<Uci.Option> keys = new ArrayList<>(section.all("rsakeyfile"));
    keys.addAll(section.all("keyfile"));
    keys.forEach(key -> read.put('r', key.value(), key.evidence()));
    return read;
  }

  /**
   * @param when the value of the option at which the flag is given; the other one is the default
   */
  private void flag(char letter, Uci.Section section, String key, boolean when) {
    if (section.yes(key, !when) == when) {
      put(letter, "", section.get(key).map(Uci.Option::evidence).orElse(section.evidence()));
    }
  }

  private void value(char letter, Uci.Section section, String key, String otherwise) {
    String value = section.text(key, otherwise);
    if (!value.isEmpty()) {
      put(letter, value, section.get(key).map(Uci.Option::evidence).orElse(section.evidence()));
    }
  }

  private void put(char letter, String value, Evidence evidence) {
    if (++size <= MAX_OPTIONS) {
      options.computeIfAbsent(letter, key -> new ArrayList<>()).add(new Option(value, evidence));
    }
  }

  /** Whether all that are given were taken. */
  boolean isWhole() {
    return size <= MAX_OPTIONS;
  }

  boolean has(char letter) {
    return options.containsKey(letter);
  }

  List<Option> all(char letter) {
    return options.getOrDefault(letter, List.of());
  }

  /** The last of an option, which counts. */
  Optional<Option> last(char letter) {
    List<Option> values = all(letter);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  String text(char letter) {
    return last(letter).map(Option::value).orElse("");
  }
}
