package dev.assay.compare.change.code;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.x86.Decoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The code of a program for x86, and what stands at which address of it. */
public final class ProgramCode {
  private static final int LONGEST_TEXT = 60;

  /** What a part of a program holds. */
  public enum Holds {
    CODE,
    TEXTS,
    OTHER
  }

  /** A section. */
  public record Part(String name, long address, Bytes content, Holds holds) {
    private long end() {
      return address + content.size();
    }
  }

  /**
   * What a symbol names.
   *
   * @param size of its code in bytes; 0 where it goes to the next one
   */
  public record Function(String name, long address, long size) {}

  /** Code that is read from its first byte on. */
  record Routine(String name, long address, Bytes code) {
    boolean holds(long at) {
      return at >= address && at - address < code.size();
    }
  }

  private final Decoder decoder;
  private final List<Part> parts;
  private final NavigableMap<Long, Part> partsByAddress = new TreeMap<>();
  private final NavigableMap<Long, Function> functions = new TreeMap<>();
  private final NavigableMap<Long, Function> imports = new TreeMap<>();

  /**
   * @param imports what has a name, and no code of its own that is of interest
   */
  public ProgramCode(
      Decoder decoder, List<Part> parts, List<Function> functions, List<Function> imports) {
    this.decoder = decoder;
    this.parts = List.copyOf(parts);
    parts.forEach(part -> partsByAddress.putIfAbsent(part.address(), part));
    functions.forEach(
        each ->
            this.functions.merge(
                each.address(), each, (first, other) -> first.size() > 0 ? first : other));
    imports.forEach(each -> this.imports.putIfAbsent(each.address(), each));
  }

  Decoder decoder() {
    return decoder;
  }

  /** The parts that are code, in the order of the file. */
  List<Part> code() {
    return parts.stream().filter(part -> part.holds() == Holds.CODE).toList();
  }

  /**
   * The functions of a part by name, and what lies before, between and behind them under the names
   * of what precedes it.
   */
  Map<String, Routine> routines(Part part) {
    Map<String, Routine> found = new LinkedHashMap<>();
    long at = part.address();
    String before = part.name();
    for (Function each : functions.subMap(part.address(), part.end()).values()) {
      if (each.address() < at) {
        continue;
      }
      add(before, part, at, each.address(), found);
      Long next = functions.higherKey(each.address());
      long end = next == null ? part.end() : Math.min(next, part.end());
      if (each.size() > 0 && each.size() < part.end() - each.address()) {
        end = each.address() + each.size();
      }
      add(each.name(), part, each.address(), end, found);
      at = end;
      before = "what follows " + each.name();
    }
    add(before, part, at, part.end(), found);
    return found;
  }

  private static void add(String name, Part part, long from, long to, Map<String, Routine> into) {
    if (from < to) {
      Bytes code = part.content().slice(from - part.address(), to - from);
      into.putIfAbsent(name, new Routine(name, from, code));
    }
  }

  /** The function, text or section at an address; the number where there is none. */
  String name(long address) {
    return known(address)
        .orElseGet(
            () ->
                part(address)
                    .map(part -> plus(part.name(), address - part.address()))
                    .orElseGet(() -> "0x" + Long.toHexString(address)));
  }

  /** The name of the section at an address; empty where there is none. */
  String section(long address) {
    return part(address).map(Part::name).orElse("");
  }

  /** The function or text at an address, by which it is known wherever it lies. */
  Optional<String> known(long address) {
    return in(functions, address)
        .or(() -> in(imports, address))
        .or(
            () ->
                part(address)
                    .filter(part -> part.holds() == Holds.TEXTS)
                    .flatMap(part -> text(part, address - part.address())));
  }

  private static Optional<String> in(NavigableMap<Long, Function> functions, long address) {
    Map.Entry<Long, Function> entry = functions.floorEntry(address);
    return entry != null && isIn(entry.getValue(), address)
        ? Optional.of(plus(entry.getValue().name(), address - entry.getKey()))
        : Optional.empty();
  }

  private Optional<Part> part(long address) {
    Map.Entry<Long, Part> entry = partsByAddress.floorEntry(address);
    return entry != null && address < entry.getValue().end()
        ? Optional.of(entry.getValue())
        : Optional.empty();
  }

  private static boolean isIn(Function function, long address) {
    long in = address - function.address();
    return in == 0 || in < function.size();
  }

  /** A place in what has a name, as disassemblers write it. */
  public static String plus(String name, long in) {
    return in == 0 ? name : name + "+0x" + Long.toHexString(in);
  }

  /** A text that ends in a NUL, in quotes. */
  private static Optional<String> text(Part part, long from) {
    Block block = part.content().blockUpTo(from, LONGEST_TEXT + 1);
    StringBuilder text = new StringBuilder("`");
    for (int i = 0; i < block.size(); i++) {
      int each = block.u8(i);
      if (each == 0) {
        return i == 0 ? Optional.empty() : Optional.of(text.append('`').toString());
      }
      if (i == LONGEST_TEXT) {
        return Optional.of(text.append("…`").toString());
      }
      if (each == '\n' || each == '\t') {
        text.append(each == '\n' ? "\\n" : "\\t");
      } else if (each >= 0x20 && each < 0x7F) {
        text.append((char) each);
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
