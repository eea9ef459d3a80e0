package dev.assay.formats.kernel;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Encoding;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the compressed kernel in the code that unpacks it, by magic number, and decodes it. */
public final class CompressedKernel {
  public static final String TYPE = "application/x-linux-kernel";

  /** Types of the images that are a kernel and the code that unpacks it. */
  public static final Set<String> IMAGES =
      Set.of("application/x-linux-bzimage", "application/x-linux-zimage");

  /** The unpacking code in front is small; a candidate further in is data. */
  private static final int SEARCHED = 512 << 10;

  private static final int MAX_CANDIDATES = 64;
  private static final int SMALLEST_KERNEL = 4 << 10;
  private static final List<byte[]> MAGICS =
      List.of(
          new byte[] {0x1F, (byte) 0x8B, 8},
          new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0},
          new byte[] {'B', 'Z', 'h'},
          new byte[] {0x5D, 0, 0},
          new byte[] {(byte) 0x89, 'L', 'Z', 'O', 0},
          new byte[] {2, 0x21, 0x4C, 0x18},
          new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD});

  private CompressedKernel() {}

  /** The kernel inside, found when it is opened. */
  public static Content in(Bytes image) {
    return new Content() {
      @Override
      public long size() {
        return image.size();
      }

      @Override
      public Bytes open(Memory memory) {
        return decode(image, memory);
      }
    };
  }

  /** Whether a compressed stream seems to begin in the image; what it holds shows when decoded. */
  public static boolean isIn(Bytes image) {
    Block head = image.head(SEARCHED);
    int candidates = 0;
    for (int at = 0; at < head.size() && candidates < MAX_CANDIDATES; at++) {
      if (isMagic(head, at)) {
        candidates++;
        if (Formats.of(image.from(at)).filter(Encoding.class::isInstance).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private static Bytes decode(Bytes image, Memory memory) {
    Block head = image.head(SEARCHED);
    List<Problem> refused = new ArrayList<>();
    int candidates = 0;
    for (int at = 0; at < head.size() && candidates < MAX_CANDIDATES; at++) {
      if (isMagic(head, at)) {
        candidates++;
        Optional<Bytes> kernel = decode(image.from(at), memory, refused);
        if (kernel.isPresent()) {
          return kernel.get();
        }
      }
    }
    throw new Malformed(
        "kernel.payload",
        -1,
        "no compressed kernel found in the first "
            + head.size()
            + " bytes; "
            + candidates
            + " candidates did not decode");
  }

  private static Optional<Bytes> decode(Bytes from, Memory memory, List<Problem> refused) {
    Optional<Format> format = Formats.of(from);
    if (format.isEmpty() || !(format.get() instanceof Encoding encoding)) {
      return Optional.empty();
    }
    try {
      Encoding.Decoded decoded = encoding.decode(from, memory);
      // The kernel build appends the size to the stream, and the image goes on after it: decoders
      // rightly report that.
      return decoded.bytes().size() >= SMALLEST_KERNEL
          ? Optional.of(decoded.bytes())
          : Optional.empty();
    } catch (Malformed malformed) {
      refused.add(malformed.problem());
      return Optional.empty();
    }
  }

  private static boolean isMagic(Block head, int at) {
    for (byte[] magic : MAGICS) {
      if (at + magic.length <= head.size() && head.slice(at, magic.length).equalTo(magic)) {
        return true;
      }
    }
    return false;
  }
}
