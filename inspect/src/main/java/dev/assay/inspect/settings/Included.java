package dev.assay.inspect.settings;

import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The files that a configuration is made of. Depth, number and size of what is read are bounded and
 * a file does not include itself; what was not read is remembered.
 */
public final class Included {
  private static final int MAX_DEPTH = 10;
  private static final int MAX_FILES = 256;

  /** Each pattern is compared with all paths of the root. */
  private static final int MAX_PATTERNS = 512;

  private static final long MAX_BYTES = 8L << 20;

  private final Root root;
  private final List<SourceFile> files = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private int patterns;
  private long bytes;
  private String doubt = "";

  public Included(Root root) {
    this.root = root;
  }

  /** Reads one file, unless it is being read already or too much was. */
  public void read(SourceFile file, Consumer<SourceFile> reader) {
    if (files.size() >= MAX_FILES || bytes > MAX_BYTES || open.size() >= MAX_DEPTH) {
      doubt = "includes are followed for " + MAX_FILES + " files and " + MAX_DEPTH + " levels only";
      return;
    }
    if (!open.add(file.node().inRoot())) {
      return;
    }
    bytes += file.bytes().length;
    SourceFile part = files.isEmpty() ? file : file.in(files.getFirst());
    files.add(part);
    reader.accept(part);
    open.remove(file.node().inRoot());
  }

  /**
   * Reads all files that a name with stars stands for, in order of path.
   *
   * @param from the file that includes; relative names start from its directory
   */
  public void each(String pattern, SourceFile from, Consumer<SourceFile> reader) {
    each(absolute(pattern, from), reader);
  }

  /** Reads all files that an absolute name with stars stands for, in order of path. */
  public void each(String pattern, Consumer<SourceFile> reader) {
    if (++patterns > MAX_PATTERNS) {
      doubt = "more than " + MAX_PATTERNS + " includes";
      return;
    }
    boolean many = pattern.contains("*");
    List<SourceFile> found =
        many ? root.files(pattern) : root.file(pattern).map(List::of).orElse(List.<SourceFile>of());
    int there = many ? root.paths(pattern) : 1;
    if (found.size() < there || pattern.contains("?") || pattern.contains("[")) {
      doubt = pattern + " is included and was not read";
    }
    found.forEach(file -> read(file, reader));
  }

  /** Every file that was read, in order; a file that is included twice stands twice. */
  public List<SourceFile> files() {
    return files;
  }

  /** Why settings may differ from what was read; empty where all was read. */
  public Optional<String> doubt() {
    return doubt.isEmpty() ? Optional.empty() : Optional.of(doubt);
  }

  private static String absolute(String pattern, SourceFile from) {
    String inRoot = from.node().inRoot();
    int slash = inRoot.lastIndexOf('/');
    return pattern.startsWith("/") || slash < 0
        ? pattern
        : inRoot.substring(0, slash) + "/" + pattern;
  }
}
