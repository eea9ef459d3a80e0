package dev.assay.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Functions of which it is noted who imports, gives or may look them up, from {@code
 * watched-functions.tsv}: a product has too many to note it of all.
 */
public final class WatchedFunctions {
  private static final Map<String, String> ROLES = load();
  private static final Set<String> FOREIGN = with("foreign");

  private WatchedFunctions() {}

  public static Set<String> all() {
    return ROLES.keySet();
  }

  /**
   * Those that let a script or byte code call any function of any library by its name, so that no
   * program shows who calls what.
   */
  public static Set<String> foreign() {
    return FOREIGN;
  }

  private static Set<String> with(String role) {
    return ROLES.keySet().stream()
        .filter(function -> role.equals(ROLES.get(function)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, String> load() {
    Map<String, String> roles = new HashMap<>();
    try (InputStream in =
            Objects.requireNonNull(
                WatchedFunctions.class.getResourceAsStream("watched-functions.tsv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(fields -> roles.put(fields[0], fields[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(roles);
  }
}
