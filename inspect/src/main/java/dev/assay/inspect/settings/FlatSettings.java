package dev.assay.inspect.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A nested configuration, laid flat: every value that has no parts, with its path as the key:
 * {@code eNBs[0].plmn_list[0].mcc}.
 *
 * @param scalars in the order of the file
 * @param whole whether all of it could be read
 * @param cut whether it has more than is read
 */
public record FlatSettings(List<Setting> scalars, boolean whole, boolean cut) {
  public FlatSettings {
    scalars = List.copyOf(scalars);
  }

  /** The last value under a path. */
  public Optional<Setting> find(String path) {
    return scalars.stream().filter(each -> each.key().equals(path)).reduce((a, b) -> b);
  }

  /** The elements of a list, or the single value under the path. */
  public List<Setting> all(String path) {
    return matching(Pattern.compile(Pattern.quote(path) + "(\\[\\d+\\])?"));
  }

  /** Values whose path matches a pattern. */
  public List<Setting> matching(Pattern path) {
    return scalars.stream().filter(each -> path.matcher(each.key()).matches()).toList();
  }

  /** Whether anything stands under a path. */
  public boolean has(String path) {
    return scalars.stream()
        .anyMatch(
            each ->
                each.key().equals(path)
                    || each.key().startsWith(path + ".")
                    || each.key().startsWith(path + "["));
  }
}
