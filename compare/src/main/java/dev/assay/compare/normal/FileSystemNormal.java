package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Bytes;
import dev.assay.formats.Carvable;
import dev.assay.formats.Formats;
import java.util.List;
import java.util.Set;

/** File systems all of whose meaning is in their members. */
final class FileSystemNormal implements Normaliser {
  private static final Set<String> TYPES =
      Set.of(
          "application/vnd.linux.erofs",
          "application/vnd.linux.cramfs",
          "application/vnd.linux.romfs",
          "application/vnd.linux.jffs2",
          "application/vnd.linux.ubifs",
          "application/vnd.yaffs2",
          "application/vnd.android.sparse-image");

  @Override
  public boolean takes(String type) {
    return TYPES.contains(type);
  }

  @Override
  public Normal normalise(Bytes content) {
    long end = end(content);
    return new Normal(
            List.of(),
            List.of(
                new Trait(
                    Equivalence.LAYOUT,
                    "tables, member times, placement and unused blocks",
                    Prints.of(content.slice(0, end)))))
        .with(Behind.of("the file system", content, end));
  }

  private static long end(Bytes content) {
    return Formats.of(content).orElse(null) instanceof Carvable carvable
        ? carvable.extent(content, 0).orElse(content.size())
        : content.size();
  }
}
