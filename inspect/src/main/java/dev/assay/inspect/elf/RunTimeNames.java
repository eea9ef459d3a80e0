package dev.assay.inspect.elf;

import dev.assay.formats.Block;
import dev.assay.formats.elf.Elf;
import dev.assay.model.Names;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The texts in a program that may name a function, which {@code dlsym} then finds: what stands
 * before a NUL and looks like a name. Linkers put a text into the end of another, so the names that
 * are asked for may be the ends of these. The strings of the dynamic segment are left out; they
 * name what is linked.
 */
final class RunTimeNames {
  private static final int CHUNK = 1 << 20;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 256;
  private static final int MOST = 200_000;

  private final Set<String> names = new HashSet<>();
  private final StringBuilder name = new StringBuilder();

  private RunTimeNames() {}

  /** All of them; empty where there are too many to tell. */
  static Optional<Names> of(Elf elf) {
    RunTimeNames found = new RunTimeNames();
    long size = elf.content().size();
    OptionalLong strings = elf.dynamic().strings().offsetIn(elf.content());
    long from = strings.orElse(size);
    found.read(elf, 0, from);
    found.read(elf, Math.min(size, from + elf.dynamic().strings().size()), size);
    return found.names.size() >= MOST ? Optional.empty() : Optional.of(Names.of(found.names));
  }

  private void read(Elf elf, long from, long to) {
    for (long at = from; at < to && names.size() < MOST; at += CHUNK) {
      Block block = elf.content().block(at, (int) Math.min(CHUNK, to - at));
      for (int i = 0; i < block.size(); i++) {
        read((char) block.u8(i));
      }
    }
    name.setLength(0);
  }

  private void read(char c) {
    boolean inName =
        c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    if (inName) {
      if (name.length() < LONGEST) {
        name.append(c);
      }
      return;
    }
    if (c == 0 && name.length() >= SHORTEST && name.length() < LONGEST) {
      names.add(name.toString());
    }
    name.setLength(0);
  }
}
