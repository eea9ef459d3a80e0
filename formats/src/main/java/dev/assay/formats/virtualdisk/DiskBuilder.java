package dev.assay.formats.virtualdisk;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Encoding.Decoded;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.Sink;
import dev.assay.formats.SplicedBytes;
import dev.assay.formats.SplicedBytes.Piece;
import dev.assay.formats.codec.BlockCodec;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** A virtual disk being put together from its start to its end. Not for several threads. */
public final class DiskBuilder {
  private static final int MAX_RUNS = 2 << 20;
  private static final int MAX_PROBLEMS = 16;

  private final String format;
  private final Bytes image;
  private final Sink expanded;
  private final long size;
  private final List<Run> runs = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private long done;
  private long damaged;

  /** Where a run of the disk stands. */
  private enum Origin {
    IMAGE,
    EXPANDED,
    NOWHERE
  }

  /**
   * A run of the disk.
   *
   * @param start offset where it stands
   */
  private record Run(Origin origin, long start, long length) {
    static Run zeros(long length) {
      return new Run(Origin.NOWHERE, 0, length);
    }

    boolean meets(Run next) {
      return origin == next.origin && (origin == Origin.NOWHERE || start + length == next.start);
    }
  }

  /**
   * @param format first word of the problems' codes
   * @param size of the disk in bytes
   */
  public DiskBuilder(String format, Bytes image, Memory memory, long size) {
    this.format = format;
    this.image = image;
    this.expanded = memory.sink(image.size(), -1);
    this.size = counted(image, memory, size);
  }

  /** Blocks may be holes or the same again and again, so all of them count as expansion. */
  private long counted(Bytes image, Memory memory, long size) {
    try {
      memory.count(image.size(), size);
      return size;
    } catch (Malformed limit) {
      problems.add(limit.problem());
      return Math.min(size, image.size());
    }
  }

  /** Whether the disk is complete, or as much of it as a limit lets be. */
  public boolean isDone() {
    return done >= size;
  }

  /** Offset on the disk of what comes next. */
  public long position() {
    return done;
  }

  /** Bytes that stand in the image as they are; what lies outside is a problem and a hole. */
  public void stored(long at, long length) {
    long wanted = Math.min(length, size - done);
    long there = at < 0 ? 0 : Math.clamp(image.size() - at, 0, wanted);
    if (there > 0) {
      append(new Run(Origin.IMAGE, at, there));
    }
    if (there < wanted) {
      damaged("range", at, "the image ends before the block's " + wanted + " bytes do");
      append(Run.zeros(wanted - there));
    }
  }

  public void hole(long length) {
    append(Run.zeros(Math.min(length, size - done)));
  }

  /**
   * A compressed block; one that cannot be decompressed is a problem and a hole.
   *
   * @param stored bytes in the image; cut at its end
   * @param length decompressed
   */
  public void compressed(BlockCodec codec, long at, int stored, int length) {
    byte[] block = new byte[length];
    int written = 0;
    try {
      Block in = image.blockUpTo(at, stored);
      written = codec.decompress(in.array(), in.arrayOffset(), in.size(), block, 0, length);
      expanded.write(block, 0, written);
      int used = (int) Math.min(written, size - done);
      append(new Run(Origin.EXPANDED, expanded.size() - written, used));
    } catch (Malformed broken) {
      if (broken.problem().code().startsWith("limit.")) {
        throw broken;
      }
      damaged("block", at, String.valueOf(broken.getMessage()));
      written = 0;
    }
    hole(length - written);
  }

  /** Records a problem after which the disk is still read. */
  public void problem(String what, long at, String message) {
    problems.add(new Problem(format + "." + what, at, message));
  }

  private void damaged(String what, long at, String message) {
    damaged++;
    if (damaged <= MAX_PROBLEMS) {
      problem(what, at, message + "; read as zeros");
    }
  }

  private void append(Run run) {
    if (run.length() <= 0) {
      return;
    }
    done += run.length();
    if (!runs.isEmpty() && runs.getLast().meets(run)) {
      Run last = runs.removeLast();
      runs.add(new Run(last.origin(), last.start(), last.length() + run.length()));
      return;
    }
    if (runs.size() == MAX_RUNS) {
      throw new Malformed("limit.runs", run.start(), "more than " + MAX_RUNS + " runs of blocks");
    }
    runs.add(run);
  }

  /** The disk; what was not told is zeros. */
  public Decoded finish() {
    if (damaged > MAX_PROBLEMS) {
      problem("block", -1, damaged + " blocks cannot be read; the first are told");
    }
    hole(size - done);
    Bytes decompressed = expanded.toBytes();
    List<Piece> pieces = runs.stream().map(run -> piece(run, decompressed)).toList();
    return new Decoded(SplicedBytes.of(pieces), image.size(), "", List.copyOf(problems));
  }

  private Piece piece(Run run, Bytes decompressed) {
    return switch (run.origin()) {
      case IMAGE -> new Piece(image, run.start(), run.length());
      case EXPANDED -> new Piece(decompressed, run.start(), run.length());
      case NOWHERE -> Piece.hole(run.length());
    };
  }
}
