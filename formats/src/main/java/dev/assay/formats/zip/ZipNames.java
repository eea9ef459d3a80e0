package dev.assay.formats.zip;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells kinds of archives apart by the names in their directory, without reading members. */
final class ZipNames {
  private static final int MAX_DIRECTORY = 64 << 20;

  private ZipNames() {}

  /** Those of {@code wanted} that the directory lists; empty where this is no archive. */
  static Set<String> among(Bytes content, Set<String> wanted, ZipRules rules) {
    Set<String> found = new HashSet<>();
    if (!rules.mayStart(content)) {
      return found;
    }
    Optional<ZipEnd> end = ZipEnd.find(content, rules);
    if (end.isEmpty() || end.get().size() > MAX_DIRECTORY) {
      return found;
    }
    Block directory = content.block(end.get().directory(), (int) end.get().size());
    for (int at = 0; directory.size() - at >= 46 && found.size() < wanted.size(); ) {
      int length = directory.u16le(at + 28);
      String name = new String(directory.bytes(at + 46, length), StandardCharsets.ISO_8859_1);
      if (wanted.contains(name)) {
        found.add(name);
      }
      at += 46 + length + directory.u16le(at + 30) + directory.u16le(at + 32);
    }
    return found;
  }
}
