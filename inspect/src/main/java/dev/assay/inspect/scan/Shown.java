package dev.assay.inspect.scan;

import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes the members of one container have together. Members that are windows on the same
 * bytes cost nothing to forge, and each is read; what they have beyond the size of their container
 * is counted like expansion.
 */
final class Shown {
  private final Workspace workspace;
  private final long size;
  private final long room;
  private final AtomicLong shown = new AtomicLong();

  private Shown(Workspace workspace, long size, long room) {
    this.workspace = workspace;
    this.size = size;
    this.room = room;
  }

  /** Members of a container of so many bytes. */
  static Shown of(long size, Workspace workspace) {
    return new Shown(workspace, size, workspace.room(size));
  }

  /** Members that are shown once more by a rule: they count, and none of them too much. */
  static Shown again(Workspace workspace) {
    return new Shown(workspace, 0, Long.MAX_VALUE);
  }

  /** Members that cannot overlap: files of the host, the one content of an encoding. */
  static Shown apart(Workspace workspace) {
    return new Shown(workspace, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /** The same content, counted each time that it is opened. */
  Content counted(Content content) {
    return new Content() {
      @Override
      public long size() {
        return content.size();
      }

      @Override
      public Bytes open(Memory memory) {
        try {
          Bytes bytes = content.open(memory);
          member(bytes.size());
          return bytes;
        } catch (Partial partial) {
          member(partial.start().size());
          throw partial;
        }
      }

      @Override
      public Opening opening() {
        return content.opening();
      }

      @Override
      public Optional<Bytes> window() {
        return content.window();
      }
    };
  }

  /**
   * Counts a member that is going to be read.
   *
   * @throws Malformed {@code limit.overlap} where it must not be
   */
  void member(long bytes) {
    long all = shown.addAndGet(bytes);
    long more = Math.min(bytes, all - size);
    if (more > 0) {
      workspace.repeated(all - size, more, room);
    }
  }
}
