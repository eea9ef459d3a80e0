package dev.assay.inspect.elf;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Functions of Go's package {@code net} that a program of Go holds. Its linker leaves out what
 * nothing reaches, and names the functions that stay in a table which stripping does not take
 * ({@code .gopclntab}; Go's debug/gosym): a program that only asks holds no listener.
 */
final class GoCalls {
  private static final List<String> LISTENERS =
      List.of(
          "net.(*sysListener).listenTCP",
          "net.(*sysListener).listenUDP",
          "net.(*sysListener).listenUnix");

  private static final String DIALER = "net.(*sysDialer).dialSingle";

  /** In the order in which they matter. */
  static final List<String> ALL = Stream.concat(LISTENERS.stream(), Stream.of(DIALER)).toList();

  private static final int STEP = 1 << 20;
  private static final int MOST = 256 << 20;

  private GoCalls() {}

  /** Those that a program holds, of which the one pass over its content has seen the names. */
  static List<String> of(Elf elf, Set<String> markers) {
    return !tables(elf).isEmpty() ? ALL.stream().filter(markers::contains).toList() : List.of();
  }

  /** The table of functions; a position-independent program has it among what is relocated. */
  private static List<Section> tables(Elf elf) {
    return elf.sections().stream()
        .filter(section -> section.name().endsWith(".gopclntab"))
        .limit(1)
        .toList();
  }

  /** Whether it waits for connections or packets. */
  static boolean listens(ElfFacts facts) {
    return facts.goCalls().stream().anyMatch(LISTENERS::contains);
  }

  static List<ElfPlace> places(Elf elf, List<String> calls) {
    List<ElfPlace> places = new ArrayList<>();
    for (Section table : tables(elf)) {
      for (int i = 0; i < calls.size(); i++) {
        long at = find(elf.content(), table, calls.get(i));
        if (at >= 0) {
          places.add(new ElfPlace("goCalls[" + i + "]", at, "holds " + calls.get(i)));
        }
      }
    }
    return places;
  }

  private static long find(Bytes content, Section table, String name) {
    long from = Math.clamp(table.offset(), 0, content.size());
    long end = from + Math.clamp(table.size(), 0, Math.min(MOST, content.size() - from));
    for (long at = from; at < end; at += STEP) {
      Block block = content.blockUpTo(at, (int) Math.min(STEP + name.length(), end - at));
      int found = block.latin1(0, block.size()).indexOf(name);
      if (found >= 0) {
        return at + found;
      }
    }
    return -1;
  }
}
