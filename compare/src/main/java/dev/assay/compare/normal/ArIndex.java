package dev.assay.compare.normal;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.stream.Zeros;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The index of symbols of an archive: which member defines each. In archives of System V and GNU
 * the member {@code /}: number of symbols, offset of the header of each one's member, names ({@code
 * /SYM64/} the same in 64 bits; ar(5) of Solaris). In those of BSD {@code __.SYMDEF}: size of the
 * table, place of name and offset of each, size of the names, names (Apple, {@code
 * mach-o/ranlib.h}), in the order of the machine.
 */
final class ArIndex {
  private static final int MAX_SIZE = 16 << 20;
  private static final int MOST = 200_000;
  private static final int LONGEST = 4096;

  /**
   * @param member where the member that defines it has its header
   */
  private record Symbol(String name, long member) {}

  private ArIndex() {}

  /** Whether a member of the name is one. */
  static boolean isOne(String name) {
    return name.equals("/") || name.equals("/SYM64/") || name.startsWith("__.SYMDEF");
  }

  /**
   * Each symbol with its member, in the order of the index; empty where it is none that can be
   * written so without loss.
   *
   * @param members names by the place of the header
   */
  static Optional<List<Kept>> of(String name, Bytes index, Map<Long, String> members) {
    if (index.size() > MAX_SIZE) {
      return Optional.empty();
    }
    Block block = index.head((int) index.size());
    List<Symbol> symbols =
        name.startsWith("__.SYMDEF")
            ? bsd(new Fields(block, ByteOrder.LITTLE_ENDIAN))
            : gnu(block, name.equals("/") ? 4 : 8);
    List<Kept> found = new ArrayList<>();
    for (Symbol symbol : symbols) {
      String member = members.get(symbol.member());
      if (member == null) {
        return Optional.empty();
      }
      found.add(
          new Kept(
              "ar symbol `" + symbol.name() + "`",
              ("in " + member).getBytes(StandardCharsets.UTF_8)));
    }
    return symbols.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static List<Symbol> gnu(Block block, int width) {
    if (block.size() < width) {
      return List.of();
    }
    long count = number(block, 0, width);
    if (count < 0 || count > MOST || (count + 1) * width > block.size()) {
      return List.of();
    }
    List<Symbol> found = new ArrayList<>();
    int at = (int) (count + 1) * width;
    for (int i = 1; i <= count; i++) {
      Optional<String> name = nameAt(block, at, block.size());
      if (name.isEmpty()) {
        return List.of();
      }
      found.add(new Symbol(name.get(), number(block, i * width, width)));
      at += name.get().length() + 1;
    }
    return isFill(block, at) ? found : List.of();
  }

  private static long number(Block block, int at, int width) {
    return width == 4 ? block.u32be(at) : block.i64be(at);
  }

  private static List<Symbol> bsd(Fields fields) {
    Block block = fields.block();
    if (block.size() < 8) {
      return List.of();
    }
    long table = fields.u32(0);
    if (table % 8 != 0 || table / 8 > MOST || table + 8 > block.size()) {
      return List.of();
    }
    int names = (int) table + 8;
    long size = fields.u32((int) table + 4);
    if (size > block.size() - names) {
      return List.of();
    }
    int end = names + (int) size;
    List<Symbol> found = new ArrayList<>();
    Set<Integer> covered = new HashSet<>();
    int last = names;
    long read = 0;
    for (int at = 4; at < table + 4; at += 8) {
      long place = names + fields.u32(at);
      Optional<String> name = place < end ? nameAt(block, (int) place, end) : Optional.empty();
      if (name.isEmpty()) {
        return List.of();
      }
      found.add(new Symbol(name.get(), fields.u32(at + 4)));
      last = Math.max(last, (int) place + name.get().length() + 1);
      if (covered.add((int) place)) {
        read += name.get().length() + 1;
      }
    }
    // Else there are bytes that no symbol is named by.
    return read == last - names && isFill(block, last) ? found : List.of();
  }

  private static Optional<String> nameAt(Block block, int at, int end) {
    int limit = Math.min(LONGEST, end - at);
    if (limit <= 0) {
      return Optional.empty();
    }
    String text = block.latin1(at, limit);
    int nul = text.indexOf('\0');
    return nul < 0 ? Optional.empty() : Optional.of(text.substring(0, nul));
  }

  private static boolean isFill(Block block, int from) {
    Bytes rest = Bytes.of(block.bytes(from, block.size() - from));
    return Zeros.after(rest, 0) == rest.size();
  }
}
