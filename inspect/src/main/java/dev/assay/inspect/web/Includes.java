package dev.assay.inspect.web;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The files an include names. Depth, number and size of what is read are bounded and a file does
 * not include itself; what is named but cannot be read is remembered.
 */
final class Includes {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_FILES = 500;
  private static final long MAX_BYTES = 16L << 20;

  /** Tables of types and of CGI variables: nothing in them bears on security. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "(.*/)?(mime\\.types|(fastcgi|scgi|uwsgi|proxy)_params|fastcgi\\.conf|koi-(utf|win)|win-utf|magic)");

  private final Root root;
  private String base;
  private final List<String> missing = new ArrayList<>();
  private final List<SourceFile> read = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private long bytes;

  /**
   * @param base directory that relative names start from, without slashes at its ends
   */
  Includes(Root root, String base) {
    this.root = root;
    this.base = base;
  }

  /** Changes the directory that relative names start from. */
  void base(String directory) {
    base = directory.replaceFirst("^/+", "").replaceFirst("(?<!/)/+$", "");
  }

  /** Whether an include may name nothing. */
  enum Presence {
    REQUIRED,
    OPTIONAL
  }

  /** Reads the main file. */
  void main(SourceFile file, Consumer<SourceFile> reader) {
    read(file, reader);
  }

  /** Does something with each file an include names. */
  void each(String name, Presence presence, Consumer<SourceFile> reader) {
    if (HARMLESS.matcher(name).matches()) {
      return;
    }
    if (open.size() >= MAX_DEPTH || read.size() >= MAX_FILES || bytes > MAX_BYTES) {
      beyond("what is included after " + MAX_FILES + " files or " + MAX_DEPTH + " levels");
      return;
    }
    String path = absolute(name);
    List<SourceFile> files = Glob.isPattern(path) ? matching(path) : exact(path);
    if (files.isEmpty() && presence == Presence.REQUIRED && !Glob.isPattern(path)) {
      missing(name);
    }
    files.forEach(file -> read(file, reader));
  }

  void missing(String what) {
    if (!missing.contains(what) && missing.size() < MAX_FILES) {
      missing.add(what);
    }
  }

  /** Remembers what is there and not read: nothing that the configuration tells is then certain. */
  void beyond(String what) {
    missing(what);
    read.getFirst().cut(what);
  }

  List<String> missing() {
    return missing;
  }

  /** Every file that was read. */
  List<SourceFile> read() {
    return read;
  }

  /** A path as the server sees it, without leading slash. */
  String absolute(String name) {
    return name.startsWith("/") || base.isEmpty()
        ? name.replaceFirst("^/+", "")
        : base + "/" + name;
  }

  private void read(SourceFile file, Consumer<SourceFile> reader) {
    if (read.size() >= MAX_FILES || bytes > MAX_BYTES) {
      beyond("what is included after " + MAX_FILES + " files");
      return;
    }
    if (!open.add(file.node().inRoot())) {
      return;
    }
    bytes += file.bytes().length;
    SourceFile part = read.isEmpty() ? file : file.in(read.getFirst());
    read.add(part);
    reader.accept(part);
    open.remove(file.node().inRoot());
  }

  private List<SourceFile> exact(String path) {
    if (root.isDirectory(path)) {
      // Apache: a directory stands for all files below it.
      return kept(expanded(path + "/*"));
    }
    return root.file(path).map(List::of).orElse(List.of());
  }

  private List<SourceFile> matching(String path) {
    return kept(expanded(path));
  }

  private List<String> expanded(String pattern) {
    return Glob.expand(root, pattern, () -> beyond("what else " + pattern + " stands for"));
  }

  private List<SourceFile> kept(List<String> paths) {
    List<SourceFile> files = new ArrayList<>();
    for (String path : paths) {
      Optional<SourceFile> file = root.file(path);
      if (file.isPresent()) {
        files.add(file.get());
      } else if (!root.isDirectory(path)) {
        // A link to nothing, a file too large to keep, or one that no inspector asked for.
        missing(path);
      }
    }
    return files;
  }
}
