package dev.assay.formats.squashfs;

import dev.assay.formats.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ends of files in shared blocks, and what else is in those. */
final class FragmentRest {
  private record End(int from, int to) {}

  private final Map<Long, List<End>> ends = new HashMap<>();

  /** Notes the end of a file that lies in a fragment. */
  void note(Inode.File file, int blockSize) {
    if (file.fragment() >= 0) {
      long length = file.size() - (long) file.blocks().length * blockSize;
      ends.computeIfAbsent(file.fragment(), fragment -> new ArrayList<>())
          .add(
              new End(
                  (int) Math.min(file.fragmentOffset(), blockSize),
                  (int) Math.min(file.fragmentOffset() + length, blockSize)));
    }
  }

  /** A fragment's content, the ends of files as zeros. */
  Bytes of(long fragment, byte[] content) {
    byte[] rest = content.clone();
    for (End end : ends.getOrDefault(fragment, List.of())) {
      int from = Math.min(end.from(), rest.length);
      Arrays.fill(rest, from, Math.clamp(end.to(), from, rest.length), (byte) 0);
    }
    return Bytes.of(rest);
  }
}
