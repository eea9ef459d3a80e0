package dev.assay.formats.cpio;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Encoding;
import dev.assay.formats.Entry;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Memory;
import dev.assay.formats.stream.Zeros;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads cpio archives, and what Linux takes for an initramfs: archives and compressed archives one
 * after the other.
 */
public final class Cpio implements Container, Carvable {
  /** Compressed parts within compressed parts: Linux has one level. */
  private static final int MAX_DEPTH = 4;

  @Override
  public String type() {
    return "application/x-cpio";
  }

  @Override
  public boolean recognises(Bytes content) {
    return CpioHeader.isAt(content, 0);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    unpack(content, listing, 0);
  }

  @Override
  public List<byte[]> magics() {
    return List.of(ascii("070701"), ascii("070702"), ascii("070707"));
  }

  /** Follows the headers to the trailer; an archive without one is not found. */
  @Override
  public OptionalLong extent(Bytes here) {
    if (!CpioHeader.isAt(here, 0)) {
      return OptionalLong.empty();
    }
    Extent listing = new Extent();
    long end = CpioArchive.list(here, 0, listing);
    return listing.sound ? OptionalLong.of(Math.min(here.size(), end)) : OptionalLong.empty();
  }

  private static void unpack(Bytes content, Listing listing, int depth) {
    long at = 0;
    while (at < content.size()) {
      at =
          CpioHeader.isAt(content, at)
              ? CpioArchive.list(content, at, listing)
              : compressed(content, at, listing, depth);
      at = at < content.size() ? Zeros.after(content, at) : content.size();
    }
  }

  /** Lists a compressed archive that stands after another archive; gives the offset after it. */
  private static long compressed(Bytes content, long at, Listing listing, int depth) {
    Bytes rest = content.from(at);
    Optional<Format> format = Formats.of(rest);
    if (format.isPresent() && format.get() instanceof Encoding encoding && depth < MAX_DEPTH) {
      Encoding.Decoded decoded = encoding.decode(rest, listing.memory());
      decoded.problems().forEach(problem -> listing.problem(shifted(problem, at)));
      if (CpioHeader.isAt(decoded.bytes(), 0)) {
        // Offsets of problems inside count from the start of the decompressed part.
        unpack(decoded.bytes(), listing, depth + 1);
        return at + Math.max(1, decoded.consumed());
      }
    }
    listing.problem(
        new Problem(
            "cpio.trailing-data",
            at,
            rest.size()
                + " bytes follow the archive and are neither an archive nor a compressed one; listed as `[trailing]`"));
    listing.add(Entry.part("[trailing]", Content.of(rest)));
    return content.size();
  }

  private static Problem shifted(Problem problem, long at) {
    return problem.offset() < 0
        ? problem
        : new Problem(problem.code(), problem.offset() + at, problem.message());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Hears only whether an archive is sound. */
  private static final class Extent implements Listing {
    private boolean sound = true;

    @Override
    public void add(Entry entry) {
      sound &= entry.problems().isEmpty();
    }

    @Override
    public void problem(Problem problem) {
      sound = false;
      throw new Malformed(problem.code(), problem.offset(), problem.message());
    }

    @Override
    public Memory memory() {
      throw new IllegalStateException("listing an archive decodes nothing");
    }
  }
}
