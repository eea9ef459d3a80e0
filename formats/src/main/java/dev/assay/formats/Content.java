package dev.assay.formats;

import java.util.Optional;

/** A member's content, not yet read. */
public interface Content {
  /** Announced size in bytes; the opened content may differ where the container lies. */
  long size();

  /**
   * Reads or decompresses the content. May be called by any thread, more than once.
   *
   * @throws Malformed when nothing of it can be read; a reader that got part of it reports through
   *     {@link Partial}
   */
  Bytes open(Memory memory);

  /** Where formats are looked for in a content. */
  enum Opening {
    /** At its start; if nothing known begins there, anywhere in it. */
    ANYWHERE,

    /** At its start only: the blob that it was found in has been searched. */
    AT_START,

    /** Nowhere: what it means is told elsewhere, as of a layer of a container image. */
    NOWHERE
  }

  default Opening opening() {
    return Opening.ANYWHERE;
  }

  /** The bytes, where they are a window on the container: nothing to decompress. */
  default Optional<Bytes> window() {
    return Optional.empty();
  }

  /** The same content, to be looked into no further than told. */
  static Content opening(Opening opening, Content content) {
    return new Content() {
      @Override
      public long size() {
        return content.size();
      }

      @Override
      public Bytes open(Memory memory) {
        return content.open(memory);
      }

      @Override
      public Opening opening() {
        return opening;
      }

      @Override
      public Optional<Bytes> window() {
        return content.window();
      }
    };
  }

  /** Content that is a window on the container: nothing to decompress. */
  static Content of(Bytes bytes) {
    return new Content() {
      @Override
      public long size() {
        return bytes.size();
      }

      @Override
      public Bytes open(Memory memory) {
        return bytes;
      }

      @Override
      public Optional<Bytes> window() {
        return Optional.of(bytes);
      }
    };
  }

  /** Thrown by {@link #open} when the start of the content could be read and the rest not. */
  final class Partial extends RuntimeException {
    private final transient Bytes start;
    private final transient Malformed cause;

    public Partial(Bytes start, Malformed cause) {
      super(cause.getMessage(), cause, false, false);
      this.start = start;
      this.cause = cause;
    }

    public Bytes start() {
      return start;
    }

    public Malformed malformed() {
      return cause;
    }
  }
}
