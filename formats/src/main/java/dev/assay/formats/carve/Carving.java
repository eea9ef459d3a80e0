package dev.assay.formats.carve;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Content.Opening;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.carve.Rest.Stretch;
import dev.assay.formats.flash.Contents;
import dev.assay.formats.flash.Division;
import dev.assay.formats.flash.Partition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Lists the structures found in a blob, and what lies between them. */
public final class Carving implements Container {
  private static final int SMALLEST_BLOB = 512;
  private static final String UNKNOWN = "bin";

  private record Part(long end, Optional<String> name, String extension, Opening opening) {}

  @Override
  public String type() {
    return "application/octet-stream";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.size() >= SMALLEST_BLOB;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    if (!recognises(content)) {
      return;
    }
    FindSearch.Result search = FindSearch.in(content, listing);
    List<Find> finds = search.finds();
    Division division = DivisionSearch.in(content, finds);
    Opening rests = search.isWhole() ? Opening.AT_START : Opening.ANYWHERE;
    TreeMap<Long, Part> parts = new TreeMap<>();
    for (Stretch rest : Rest.of(content, finds, search.sectors(), division)) {
      Optional<String> name =
          name(division, rest.start())
              .or(() -> Contents.of(content.slice(rest.start(), rest.end() - rest.start())));
      parts.put(rest.start(), new Part(rest.end(), name, UNKNOWN, rests));
    }
    // A blob in which nothing is known is not divided further; nor is one that is all of one kind.
    boolean known = parts.size() > 1 && parts.values().stream().anyMatch(p -> p.name().isPresent());
    if (finds.isEmpty() && !known) {
      return;
    }
    finds.forEach(
        find ->
            parts.put(
                find.start(),
                new Part(
                    find.end(), name(division, find.start()), find.extension(), Opening.ANYWHERE)));
    parts.forEach((start, part) -> listing.add(entry(content, start, part)));
  }

  private static Optional<String> name(Division division, long start) {
    return division.startingAt(start).map(Partition::name);
  }

  private static Entry entry(Bytes content, long start, Part part) {
    String name = part.name().map(known -> "." + known).orElse("");
    return Entry.part(
        String.format(Locale.ROOT, "0x%08x%s.%s", start, name, part.extension()),
        Content.opening(part.opening(), Content.of(content.slice(start, part.end() - start))));
  }
}
