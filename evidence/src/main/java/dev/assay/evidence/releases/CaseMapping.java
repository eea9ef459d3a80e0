package dev.assay.evidence.releases;

import dev.assay.evidence.BundleException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which test case of older catalogues is which of the newest.
 *
 * @param newIds by the id that the case had
 */
public record CaseMapping(Map<String, String> newIds) {
  private static final int MOST = 100_000;

  public CaseMapping {
    newIds = Map.copyOf(newIds);
  }

  /** Each case is the one of the same id, whose meaning never changes. */
  public static CaseMapping byId() {
    return new CaseMapping(Map.of());
  }

  /**
   * Reads {@code OLD NEW}, one case a line; what follows {@code #} is for people.
   *
   * @param file its name, for messages
   * @throws BundleException naming the line that is none, or that repeats a case
   */
  public static CaseMapping read(String text, String file) throws BundleException {
    Map<String, String> newIds = new TreeMap<>();
    Map<String, String> oldIds = new TreeMap<>();
    int number = 0;
    for (String line : text.lines().limit(MOST).toList()) {
      number++;
      String bare = line.replaceFirst("#.*", "").strip();
      if (bare.isEmpty()) {
        continue;
      }
      String[] ids = bare.split("\\s+");
      if (ids.length != 2) {
        throw new BundleException(
            file
                + " line "
                + number
                + ": expected an old and a new test case, found `"
                + bare
                + "`");
      }
      if (newIds.put(ids[0], ids[1]) != null) {
        throw new BundleException(file + " line " + number + ": `" + ids[0] + "` is mapped twice");
      }
      String other = oldIds.put(ids[1], ids[0]);
      if (other != null) {
        // Two verdicts on one component would have to become one.
        throw new BundleException(
            file
                + " line "
                + number
                + ": `"
                + other
                + "` and `"
                + ids[0]
                + "` cannot both become `"
                + ids[1]
                + "`");
      }
    }
    return new CaseMapping(newIds);
  }

  String of(String id) {
    return newIds.getOrDefault(id, id);
  }
}
