package dev.assay.inspect.elf;

import java.util.List;

/** RPATH and RUNPATH entries. */
final class SearchPaths {
  private static final List<String> WRITABLE_OR_FOREIGN =
      List.of(
          "/tmp",
          "/var/tmp",
          "/dev/shm",
          "/home/",
          "/build",
          "/mnt",
          "/media",
          "/root/",
          "/workspace",
          "/jenkins");

  private SearchPaths() {}

  /** The entries of all paths; an empty entry means the current directory. */
  static List<String> entries(List<String> paths) {
    return paths.stream().flatMap(path -> List.of(path.split(":", -1)).stream()).toList();
  }

  static List<String> insecure(List<String> entries) {
    return entries.stream().filter(SearchPaths::isInsecure).toList();
  }

  private static boolean isInsecure(String entry) {
    if (entry.startsWith("$ORIGIN") || entry.startsWith("${ORIGIN}")) {
      return false;
    }
    return !entry.startsWith("/") || WRITABLE_OR_FOREIGN.stream().anyMatch(entry::startsWith);
  }
}
