package dev.assay.formats.iso;

import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Container;
import dev.assay.formats.Content;
import dev.assay.formats.Entry;
import dev.assay.formats.Listing;
import dev.assay.formats.Malformed;
import dev.assay.formats.Window;
import dev.assay.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads optical discs, those that are disks as well included. */
public final class Iso9660 implements Container, Carvable {
  private static final int SYSTEM_AREA = 16 * Volumes.SECTOR;

  @Override
  public String type() {
    return "application/x-iso9660-image";
  }

  @Override
  public boolean recognises(Bytes content) {
    return Volumes.of(content).primary().isPresent();
  }

  @Override
  public void unpack(Bytes content, Listing listing) {
    Volumes volumes = Volumes.of(content);
    Volume primary =
        volumes
            .primary()
            .orElseThrow(() -> new Malformed("iso.descriptor", SYSTEM_AREA, "no primary volume"));
    if (primary.size() > content.size()) {
      String message = primary.size() + " bytes announced, " + content.size() + " are there";
      listing.problem(new Problem("iso.truncated", content.size(), message));
    }
    Window window = new Window(content);
    if (window.skip(0, SYSTEM_AREA, 0) < SYSTEM_AREA) {
      Content code = Content.of(content.slice(0, SYSTEM_AREA));
      listing.add(Entry.part("[system-area]", code).spokenFor("application/octet-stream"));
    }
    Extents extents = new Extents(content, primary.blockSize());
    for (Tree tree : trees(content, volumes, primary)) {
      new IsoWalk(content, tree, extents, listing).run();
    }
    volumes
        .bootCatalogue()
        .ifPresent(at -> BootCatalogue.list(content, at, extents, primary.size(), listing));
    if (window.skip(primary.size(), content.size(), 0) < content.size()) {
      listing.add(Entry.part("[trailing]", Content.of(content.from(primary.size()))));
    }
  }

  /** The tree that counts, then those that may have more. */
  static List<Tree> trees(Bytes content, Volumes volumes, Volume primary) {
    OptionalLong skip = SystemUse.rockRidge(content, primary);
    List<Tree> trees = new ArrayList<>();
    skip.ifPresent(bytes -> trees.add(Tree.rockRidge(primary, (int) bytes)));
    volumes.joliet().ifPresent(joliet -> trees.add(Tree.joliet(joliet, trees.isEmpty())));
    if (skip.isEmpty()) {
      trees.add(Tree.plain(primary, trees.isEmpty()));
    }
    return trees;
  }

  @Override
  public List<byte[]> magics() {
    return List.of("\1CD001\1".getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public int magicOffset() {
    return SYSTEM_AREA;
  }

  @Override
  public OptionalLong extent(Bytes here) {
    return Volumes.of(here).primary().stream()
        .mapToLong(Volume::size)
        .filter(size -> size <= here.size())
        .findFirst();
  }
}
