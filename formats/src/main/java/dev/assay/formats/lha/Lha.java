package dev.assay.formats.lha;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Entry;
import dev.assay.formats.EntryType;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Names;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads LHA archives. */
public final class Lha implements Container, Carvable {
  /** Methods that some writer has used. */
  private static final Pattern METHOD = Pattern.compile("lh[0-7dx]|lz[s45]|pm[0-2s]");

  /** Headers, each where the one before leads to, that are no chance. */
  private static final int CERTAIN = 1000;

  @Override
  public String type() {
    return "application/x-lzh-compressed";
  }

  @Override
  public boolean recognises(Bytes content) {
    return LhaHeader.isAt(content, 0);
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    long at = 0;
    while (at < content.size() && content.block(at, 1).u8(0) != 0) {
      if (!LhaHeader.isAt(content, at)) {
        throw new Malformed("lha.header", at, "no header; what follows is not listed");
      }
      LhaHeader header = LhaHeader.read(content, at);
      listing.add(entry(content, header));
      if (header.stored() < 0 || header.dataAt() + header.stored() <= at) {
        throw new Malformed("lha.header", at, "the header leads back; the rest is not listed");
      }
      at = header.dataAt() + header.stored();
    }
    if (at >= content.size()) {
      listing.problem(
          new Problem("lha.end", content.size(), "the archive ends without its end mark"));
    }
  }

  private static Entry entry(Bytes archive, LhaHeader header) {
    String path = Names.decode(header.name());
    Entry.Attributes attributes = Entry.Attributes.of(header.mode(), header.uid(), header.gid());
    int bar = path.indexOf('|');
    if (EntryType.ofMode(header.mode()) == EntryType.SYMLINK && bar > 0) {
      return Entry.symlink(path.substring(0, bar), attributes, path.substring(bar + 1));
    }
    if (header.method().equals("lhd")) {
      String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      return Entry.directory(trimmed, attributes);
    }
    long there = Math.clamp(archive.size() - header.dataAt(), 0, Math.max(0, header.stored()));
    Entry entry =
        Entry.file(path, attributes, new LhaContent(archive.slice(header.dataAt(), there), header));
    if (there < header.stored()) {
      String message = "member of " + header.stored() + " bytes; " + there + " are there";
      Problem cut = new Problem("lha.truncated", archive.size(), message);
      return entry.withProblems(List.of(cut));
    }
    return entry;
  }

  @Override
  public List<byte[]> magics() {
    return List.of("-lh".getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public int magicOffset() {
    return 2;
  }

  /** Members up to the mark that ends the archive. */
  @Override
  public OptionalLong extent(Bytes here) {
    long at = 0;
    int members = 0;
    while (LhaHeader.isAt(here, at)) {
      LhaHeader header = LhaHeader.read(here, at);
      long next = header.dataAt() + header.stored();
      if (next <= at || !METHOD.matcher(header.method()).matches()) {
        return OptionalLong.empty();
      }
      at = next;
      members++;
    }
    if (members > 0 && at < here.size() && here.block(at, 1).u8(0) == 0) {
      return OptionalLong.of(at + 1);
    }
    return members >= CERTAIN ? OptionalLong.of(Math.min(at, here.size())) : OptionalLong.empty();
  }
}
