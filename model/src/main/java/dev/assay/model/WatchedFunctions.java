package dev.assay.model;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Functions of which it is noted who imports, gives or may look them up, from {@code
 * watched-functions.tsv}: a product has too many to note it of all.
 */
public final class WatchedFunctions {
  private static final Map<String, String> ROLES =
      ProgramFile.rows(WatchedFunctions.class, "watched-functions.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));
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
}
