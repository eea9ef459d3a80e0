package dev.assay.formats.ubootenv;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Leaf;
import java.util.Optional;
import java.util.zip.CRC32;

/** A stored environment of U-Boot, plain or redundant, whose checksum is right. */
public final class UBootEnvironment implements Leaf {
  public static final String TYPE = "application/vnd.u-boot.environment";

  private static final int PLAIN = 4;
  private static final int REDUNDANT = 5;

  /** Sizes are multiples of this: environments fill sectors, or lines of an EEPROM. */
  private static final int STEP = 256;

  private static final int LARGEST = 1 << 20;

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
