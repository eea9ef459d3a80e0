package dev.assay.formats.selfextract;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Encoding;
import dev.assay.formats.Entry;
import dev.assay.formats.Format;
import dev.assay.formats.Formats;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Window;
import java.util.Optional;
import java.util.OptionalLong;

/** Divides self-extracting scripts. */
public final class ShellArchive implements Container {
  private static final long LONGEST_SCRIPT = 4 << 20;
  private static final int STEP = 4096;

  /** Lines with bytes that are no text and no archive, before the archive. */
  private static final int MAX_CANDIDATES = 16;

  @Override
  public String type() {
    return "application/x-shell-archive";
  }

  @Override
  public boolean recognises(Bytes content) {
    return archive(content).isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    long at =
        archive(content)
            .orElseThrow(() -> new Malformed("shell.archive", 0, "no archive behind the script"));
    listing.add(Entry.part("[script]", Content.of(content.slice(0, at))));
    listing.add(Entry.part("[archive]", Content.of(content.from(at))));
  }

  /** Offset of the archive. */
  private static OptionalLong archive(Bytes content) {
    if (!content.has(0, "#!")) {
      return OptionalLong.empty();
    }
    Window window = new Window(content);
    long end = Math.min(content.size(), LONGEST_SCRIPT);
    long line = 0;
    boolean tried = false;
    int candidates = 0;
    for (long at = 0; at < end && candidates < MAX_CANDIDATES; at += STEP) {
      Block step = window.block(at, (int) Math.min(STEP, end - at));
      for (int i = 0; i < step.size() && candidates < MAX_CANDIDATES; i++) {
        int c = step.u8(i);
        if (!tried && line > 0 && !isText(c)) {
          tried = true;
          candidates++;
          if (isArchive(content.from(line))) {
            return OptionalLong.of(line);
          }
        }
        if (c == '\n') {
          line = at + i + 1;
          tried = false;
        }
      }
    }
    return OptionalLong.empty();
  }

  /** Bytes beyond ASCII may be text or not: a line with one is worth a look. */
  private static boolean isText(int c) {
    return c >= 0x20 && c < 0x7F || c >= '\b' && c <= '\r' || c == 0x1B;
  }

  private static boolean isArchive(Bytes rest) {
    // A script in a script is none, which also ends the recursion.
    if (rest.has(0, "#!")) {
      return false;
    }
    Optional<Format> format = Formats.of(rest);
    return format.isPresent()
        && (format.get() instanceof Container || format.get() instanceof Encoding);
  }
}
