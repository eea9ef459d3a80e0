package dev.assay.formats.zip;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Listing;
import dev.assay.formats.stream.Search;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads zip archives. Stored members are windows on the archive. */
public final class Zip implements Container, Carvable {
  private static final byte[] END = {'P', 'K', 5, 6};
  private static final int END_SIZE = 22;

  /** Ends that may be looked at before the archive's own: those of archives stored in it. */
  private static final int MAX_ENDS = 256;

  @Override
  public String type() {
    return "application/zip";
  }

  @Override
  public boolean recognises(Bytes content) {
    return startsAsOne(content) || startsWithDirectory(content) || isSelfExtractor(content);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    new ZipReader(content, listing).read();
  }

  @Override
  public List<byte[]> magics() {
    return List.of(new byte[] {'P', 'K', 3, 4});
  }

  /** Up to the first end whose directory says that the archive starts here. */
  @Override
  public OptionalLong extent(Bytes here) {
    if (!ZipHeader.isLocal(here, 0)) {
      return OptionalLong.empty();
    }
    long next = Search.next(here, END, 0);
    for (int ends = 0; next >= 0 && ends < MAX_ENDS; ends++) {
      Optional<ZipEnd> end = ZipEnd.at(here, next);
      if (end.isPresent() && end.get().shift() == 0 && end.get().size() > 0) {
        return OptionalLong.of(end.get().end());
      }
      next = Search.next(here, END, next + 1);
    }
    return OptionalLong.empty();
  }

  static boolean startsAsOne(Bytes content) {
    return ZipHeader.isLocal(content, 0) || (content.has(0, END) && content.size() >= END_SIZE);
  }

  /**
   * Mozilla puts the directory before the members, behind the number of bytes to read ahead
   * (modules/libjar/nsZipArchive.cpp, {@code ZIPCENTRALOFFSET}).
   */
  private static boolean startsWithDirectory(Bytes content) {
    return content.has(ZipReader.READ_AHEAD, (byte) 'P', (byte) 'K', (byte) 1, (byte) 2)
        && ZipEnd.find(content, ZipRules.STANDARD)
            .filter(end -> end.directory() == ZipReader.READ_AHEAD && end.size() > 0)
            .isPresent();
  }

  /** A program or script with an archive at its end, as self-extractors and executable jars are. */
  private static boolean isSelfExtractor(Bytes content) {
    boolean program = content.has(0, "MZ") || content.has(0, "#!") || content.has(0, "\177ELF");
    return program && endsAsOne(content);
  }

  /** Whether the end of an archive without a comment leads to a directory. */
  static boolean endsAsOne(Bytes content) {
    long end = content.size() - END_SIZE;
    return content.has(end, END)
        && ZipEnd.at(content, end).filter(found -> found.size() > 0).isPresent();
  }
}
