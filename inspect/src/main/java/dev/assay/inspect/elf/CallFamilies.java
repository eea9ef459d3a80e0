package dev.assay.inspect.elf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Which family a library function belongs to, from {@code call-families.tsv}. */
final class CallFamilies {
  private static final Map<String, String> FAMILIES = load();

  private CallFamilies() {}

  /** The family's name, empty for functions of none. */
  static String of(String function) {
    return FAMILIES.getOrDefault(function, "");
  }

  private static Map<String, String> load() {
    Map<String, String> families = new HashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CallFamilies.class.getResourceAsStream("call-families.tsv")),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int tab = line.indexOf('\t');
        if (!line.startsWith("#") && tab > 0) {
          families.put(line.substring(0, tab), line.substring(tab + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return families;
  }
}
