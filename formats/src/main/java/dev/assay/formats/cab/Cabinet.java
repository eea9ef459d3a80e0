package dev.assay.formats.cab;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Memory;
import dev.assay.formats.Names;
import dev.assay.formats.Solid;
import dev.assay.formats.Window;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads cabinets. */
public final class Cabinet implements Container, Carvable {
  private static final byte[] MAGIC = {'M', 'S', 'C', 'F', 0, 0, 0, 0};
  private static final int FILE = 16;
  private static final int MAX_NAME = 256;

  @Override
  public String type() {
    return "application/vnd.ms-cab-compressed";
  }

  @Override
  public boolean recognises(Bytes content) {
    return content.has(0, MAGIC) && CabHeader.of(content).isPlausible();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    CabHeader header = CabHeader.of(content);
    if (header.size() > content.size()) {
      String message = header.size() + " bytes announced, " + content.size() + " are there";
      listing.problem(new Problem("cab.truncated", content.size(), message));
    }
    List<Function<Memory, Solid.Stream>> decompressions = new ArrayList<>();
    for (int i = 0; i < header.folders(); i++) {
      decompressions.add(CabFolder.at(content, header, i)::decompress);
    }
    List<Solid> folders = Solid.ofArchive(decompressions);
    Window window = new Window(content);
    long at = header.filesAt();
    for (int i = 0; i < header.files(); i++) {
      Block file = window.block(at, FILE);
      int length = nameLength(content, at + FILE);
      byte[] name = window.block(at + FILE, length).bytes(0, length);
      listing.add(entry(file, Names.decode(name).replace('\\', '/'), folders));
      at += FILE + length + 1;
    }
  }

  private static int nameLength(Bytes content, long at) {
    Block name = content.blockUpTo(at, MAX_NAME);
    int length = 0;
    while (length < name.size() && name.u8(length) != 0) {
      length++;
    }
    return length;
  }

  private static Entry entry(Block file, String path, List<Solid> folders) {
    int folder = file.u16le(8);
    if (folder >= folders.size()) {
      String message = "its content, or part of it, is in another cabinet";
      Content empty = Content.of(Bytes.of(new byte[0]));
      return Entry.part(path, empty)
          .withProblems(List.of(new Problem("cab.other-cabinet", -1, message)));
    }
    return Entry.part(path, folders.get(folder).part(file.u32le(4), file.u32le(0)));
  }

  @Override
  public List<byte[]> magics() {
    return List.of(MAGIC.clone());
  }

  @Override
  public OptionalLong extent(Bytes here) {
    CabHeader header = CabHeader.of(here);
    return header.isPlausible() && header.size() <= here.size()
        ? OptionalLong.of(header.size())
        : OptionalLong.empty();
  }
}
