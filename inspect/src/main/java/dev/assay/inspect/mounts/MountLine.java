package dev.assay.inspect.mounts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One line of fstab(5): device, mount point, type, options, separated by blanks; blanks inside are
 * {@code \040}.
 */
final class MountLine {
  private static final Set<String> SECRET = Set.of("password", "pass", "passwd", "password2");

  private MountLine() {}

  /**
   * The file system a line mounts; empty for comments, swap and lines with less than three fields.
   */
  static Optional<MountTableFacts.Entry> of(String line) {
    String[] fields = line.strip().split("\\s+");
    if (line.isBlank()
        || fields[0].startsWith("#")
        || fields.length < 3
        || fields[2].equals("swap")) {
      return Optional.empty();
    }
    String path = decoded(fields[1]);
    List<String> options =
        fields.length < 4
            ? List.of("defaults")
            : Stream.of(decoded(fields[3]).split(","))
                .filter(o -> !o.isEmpty())
                .map(MountLine::masked)
                .toList();
    return Optional.of(
        new MountTableFacts.Entry(
            decoded(fields[0]),
            path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path,
            fields[2],
            options,
            holds(options, "nodev", "dev", USER_IMPLIES),
            holds(options, "nosuid", "suid", USER_IMPLIES),
            holds(options, "noexec", "exec", Set.of("user", "users")),
            holds(options, "ro", "rw", Set.of()),
            options.stream().anyMatch(USER_IMPLIES::contains)));
  }

  /** mount(8): these let users mount and imply nosuid and nodev; user and users also noexec. */
  private static final Set<String> USER_IMPLIES = Set.of("user", "users", "owner", "group");

  /** The last of the options that decide wins; {@code defaults} changes nothing in libmount. */
  private static boolean holds(List<String> options, String on, String off, Set<String> implying) {
    boolean holds = false;
    for (String option : options) {
      if (option.equals(on) || implying.contains(option)) {
        holds = true;
      } else if (option.equals(off)) {
        holds = false;
      }
    }
    return holds;
  }

  private static String masked(String option) {
    int equals = option.indexOf('=');
    return equals > 0
            && equals + 1 < option.length()
            && SECRET.contains(option.substring(0, equals))
        ? option.substring(0, equals) + "=…"
        : option;
  }

  private static String decoded(String field) {
    return field.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
  }
}
