package dev.assay.inspect.scan;

import dev.assay.formats.Entry;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A member of a container while it is being read. Belongs to the container's content, not to a
 * place, so its path is relative. Filled by one worker, read after all have finished.
 */
final class Member {
  Entry entry;

  /**
   * Safe relative path; empty for the decoded content of a single compressed stream, which is named
   * after its parent.
   */
  final String path;

  final List<Problem> problems = new ArrayList<>();

  /** Key of its content's analysis; empty where it has no content. */
  String content = "";

  Optional<byte[]> kept = Optional.empty();

  Member(Entry entry, String path) {
    this.entry = entry;
    this.path = path;
    this.problems.addAll(entry.problems());
  }

  /**
   * The key of its content's analysis. What is told what it is, or how far it is to be looked into,
   * has one of its own: elsewhere, the same content may be something else.
   *
   * @param digest of its content
   */
  String key(String digest) {
    return switch (entry.content().orElseThrow().opening()) {
      case ANYWHERE -> entry.type().isEmpty() ? digest : digest + "@" + entry.type();
      case AT_START -> digest + "^" + entry.type();
      case NOWHERE -> digest + "#" + entry.type();
    };
  }

  /** Lets go of the content once it was read; only what was learnt of it is kept. */
  void forgetContent() {
    entry = entry.withoutContent();
  }
}
