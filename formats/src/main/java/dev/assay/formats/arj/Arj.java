package dev.assay.formats.arj;

import dev.assay.formats.Bytes;
import dev.assay.formats.Container;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Names;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** Reads ARJ archives. */
public final class Arj implements Container {
  private static final int ARCHIVE = 2;
  private static final int DIRECTORY = 3;
  private static final int LABEL = 4;

  @Override
  public String type() {
    return "application/x-arj";
  }

  @Override
  public boolean recognises(Bytes content) {
    return ArjHeader.isAt(content, 0) && ArjHeader.read(content, 0).kind() == ARCHIVE;
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    long at = ArjHeader.read(content, 0).dataAt();
    while (true) {
      ArjHeader header = ArjHeader.read(content, at);
      if (header.last()) {
        return;
      }
      if (header.kind() != LABEL) {
        listing.add(entry(content, header));
      }
      at = header.dataAt() + header.stored();
    }
  }

  private static Entry entry(Bytes archive, ArjHeader header) {
    String path = Names.decode(header.name()).replace('\\', '/');
    Entry.Attributes attributes = Entry.Attributes.of(header.mode(), 0, 0);
    if (header.kind() == DIRECTORY) {
      return Entry.directory(path, attributes);
    }
    List<Problem> problems = new ArrayList<>();
    long there = Math.clamp(archive.size() - header.dataAt(), 0, header.stored());
    if (there < header.stored()) {
      String message = "member of " + header.stored() + " bytes; " + there + " are there";
      problems.add(new Problem("arj.truncated", archive.size(), message));
    }
    if ((header.flags() & ArjHeader.VOLUMES) != 0) {
      String message = "a part of its content is in another volume";
      problems.add(new Problem("arj.volume", header.dataAt(), message));
    }
    Bytes stored = archive.slice(header.dataAt(), there);
    return Entry.file(path, attributes, new ArjContent(stored, header)).withProblems(problems);
  }
}
