package dev.assay.formats.ubootenv;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Leaf;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/** A stored environment of U-Boot, plain or redundant, whose checksum is right. */
public final class UBootEnvironment implements Leaf, Carvable {
  public static final String TYPE = "application/vnd.u-boot.environment";

  private static final int PLAIN = 4;
  private static final int REDUNDANT = 5;

  /** Sizes are multiples of this: environments fill sectors, or lines of an EEPROM. */
  private static final int STEP = 256;

  private static final int LARGEST = 1 << 20;

  /** A first variable is shorter than so many steps. */
  private static final int MAX_STARTS = 8;

  /** In a dump there are many places to try. */
  private static final int LARGEST_IN_DUMP = 256 << 10;

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public boolean recognises(Bytes content) {
    return read(content).isPresent();
  }

  /** The variables, if the content starts with an environment whose checksum is right. */
  public static Optional<Variables> read(Bytes content) {
    if (content.size() < 16) {
      return Optional.empty();
    }
    Block shape = content.head(160);
    if (!starts(shape, PLAIN) && !starts(shape, REDUNDANT)) {
      return Optional.empty();
    }
    Block all = content.head(LARGEST);
    for (int header = PLAIN; header <= REDUNDANT; header++) {
      if (starts(shape, header)) {
        int size = size(all, header);
        if (size > 0) {
          return Optional.of(Variables.at(all.slice(0, size), header));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public List<byte[]> magics() {
    return Variables.marks();
  }

  @Override
  public OptionalLong start(Bytes content, long magicAt) {
    return startAround(content, magicAt);
  }

  @Override
  public OptionalLong extent(Bytes content, long at) {
    Block all = content.from(at).head(LARGEST_IN_DUMP);
    for (int header = PLAIN; header <= REDUNDANT; header++) {
      int size = starts(all, header) ? size(all, header) : 0;
      if (size > 0) {
        return OptionalLong.of(size);
      }
    }
    return OptionalLong.empty();
  }

  /**
   * Where the stored environment starts whose first {@linkplain Variables#mark mark} stands at
   * {@code mark}. Its first variable stands behind its checksum with nothing between, so the start
   * is looked for where sectors start.
   */
  public static OptionalLong startAround(Bytes content, long mark) {
    long from = Math.max(0, mark - Run.LONGEST);
    int before = (int) (mark - from);
    Optional<Run> run = Run.before(content.block(from, before), before);
    return run.isEmpty()
        ? OptionalLong.empty()
        : startBefore(content, mark, from + run.get().lowest(), from + run.get().start());
  }

  private static OptionalLong startBefore(Bytes content, long mark, long lowest, long run) {
    UBootEnvironment format = new UBootEnvironment();
    long highest = run / STEP * STEP;
    for (int i = 0; i < MAX_STARTS; i++) {
      long start = highest - (long) i * STEP;
      if (start < 0 || start + REDUNDANT < lowest) {
        break;
      }
      OptionalLong size = format.extent(content, start);
      if (size.isPresent() && start + size.getAsLong() > mark) {
        return OptionalLong.of(start);
      }
    }
    return OptionalLong.empty();
  }

  private static boolean starts(Block shape, int header) {
    return Variables.nameLength(shape, header, shape.size()) > 0;
  }

  /** The size, header included, over which the checksum is right; 0 where none is. */
  private static int size(Block all, int header) {
    CRC32 crc = new CRC32();
    int done = header;
    while (done < all.size()) {
      int next = Math.min(all.size(), (done / STEP + 1) * STEP);
      crc.update(all.array(), all.arrayOffset() + done, next - done);
      done = next;
      int computed = (int) crc.getValue();
      if (computed == all.i32le(0) || computed == all.i32be(0)) {
        return done;
      }
    }
    return 0;
  }
}
