package dev.assay.inspect.cellular;

import dev.assay.model.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A nested configuration, laid flat: every scalar under its path.
 *
 * @param scalars in the order of the file
 * @param whole whether all of it could be read
 */
public record Settings(List<Scalar> scalars, boolean whole) {
  /**
   * A value that has no parts.
   *
   * @param path {@code eNBs[0].plmn_list[0].mcc}
   * @param value without quotes
   */
  public record Scalar(String path, String value, Evidence evidence) {}

  public Settings {
    scalars = List.copyOf(scalars);
  }

  /** The last value under a path. */
  public Optional<Scalar> find(String path) {
    return scalars.stream().filter(each -> each.path().equals(path)).reduce((a, b) -> b);
  }

  /** The elements of a list, or the single value under the path. */
  public List<Scalar> all(String path) {
    return matching(Pattern.compile(Pattern.quote(path) + "(\\[\\d+\\])?"));
  }

  /** Values whose path matches a pattern. */
  public List<Scalar> matching(Pattern path) {
    return scalars.stream().filter(each -> path.matcher(each.path()).matches()).toList();
  }

  /** Whether anything stands under a path. */
  public boolean has(String path) {
    return scalars.stream()
        .anyMatch(
            each ->
                each.path().equals(path)
                    || each.path().startsWith(path + ".")
                    || each.path().startsWith(path + "["));
  }
}
