package dev.assay.formats.uefi;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Guid;
import dev.assay.formats.Listing;
import dev.assay.formats.Window;
import dev.assay.formats.parts.Sums;
import dev.assay.model.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Lists the files of a volume. */
final class VolumeFiles {
  private static final int HEADER = 24;
  private static final int LARGE_HEADER = 32;
  private static final int RAW = 1;
  private static final int PADDING = 0xF0;
  private static final int LARGE = 1;
  private static final int HAS_CHECKSUM = 0x40;
  private static final int NO_CHECKSUM = 0xAA;

  private final Bytes volume;
  private final VolumeHeader header;
  private final Listing listing;
  private final Window window;
  private final Set<String> names = new HashSet<>();

  VolumeFiles(Bytes volume, VolumeHeader header, Listing listing) {
    this.volume = volume;
    this.header = header;
    this.listing = listing;
    this.window = new Window(volume);
  }

  void list() {
    long at = header.filesAt();
    while (volume.size() - at >= HEADER) {
      if (window.skip(at, at + HEADER, header.erased()) == at + HEADER) {
        free(at);
        return;
      }
      Block file = window.block(at, HEADER);
      boolean large = (file.u8(19) & LARGE) != 0 && volume.size() - at >= LARGE_HEADER;
      int size = large ? LARGE_HEADER : HEADER;
      long length = large ? window.block(at, LARGE_HEADER).i64le(24) : file.u32le(20) & 0xFF_FFFFL;
      if (length < size || length > volume.size() - at || !headerIsSound(at, size)) {
        listing.problem(new Problem("uefi.file", at, "no sound file header; the rest is left out"));
        listing.add(Entry.part(hex("unread", at), Content.of(volume.from(at))));
        return;
      }
      file(file, at, volume.slice(at + size, length - size));
      at = (at + length + 7) / 8 * 8;
    }
  }

  /** Free space is erased; what is not is listed. */
  private void free(long at) {
    long used = window.skip(at, volume.size(), header.erased());
    if (used < volume.size()) {
      listing.add(Entry.part(hex("free-space", used), Content.of(volume.from(used))));
    }
  }

  /** Its bytes sum up to 0, without state and data checksum. */
  private boolean headerIsSound(long at, int size) {
    Block block = window.block(at, size);
    int sum = -block.u8(17) - block.u8(23);
    for (int i = 0; i < size; i++) {
      sum += block.u8(i);
    }
    return (sum & 0xFF) == 0;
  }

  private void file(Block file, long at, Bytes body) {
    int type = file.u8(18);
    if (type == PADDING) {
      padding(at, body);
      return;
    }
    String guid = Guid.at(file, 0);
    List<Problem> problems = checksumProblems(file, at, body);
    if (type == RAW) {
      Entry entry = Entry.part(unique(guid + ".raw", at), Content.of(body));
      listing.add(entry.withProblems(problems));
      return;
    }
    problems.forEach(listing::problem);
    Sections sections = Sections.of(body, at, listing);
    sections.list(unique(sections.name().orElse(guid), at), listing);
  }

  private void padding(long at, Bytes body) {
    Window bytes = new Window(body);
    if (bytes.skip(0, body.size(), header.erased()) < body.size()) {
      listing.add(Entry.part(hex("padding", at), Content.of(body)));
    }
  }

  private static List<Problem> checksumProblems(Block file, long at, Bytes body) {
    int stored = file.u8(17);
    int wanted = NO_CHECKSUM;
    if ((file.u8(19) & HAS_CHECKSUM) != 0) {
      int[] sum = {0};
      Sums.each(
          body,
          (array, from, length) -> {
            for (int i = from; i < from + length; i++) {
              sum[0] += array[i];
            }
          });
      wanted = -sum[0] & 0xFF;
    }
    return Sums.check("uefi.file-checksum", at + 17, stored, wanted);
  }

  private String unique(String name, long at) {
    String wanted = name;
    while (!names.add(wanted)) {
      wanted = hex(wanted, at);
    }
    return wanted;
  }

  private static String hex(String name, long at) {
    return String.format(Locale.ROOT, "%s-0x%x", name, at);
  }
}
