package dev.assay.catalogue.forge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a small 64-bit little-endian ELF program or library: program headers, interpreter, dynamic
 * segment with its symbols and, where asked, a section of debugging information. Parameters: {@code
 * machine} (number), {@code library}, {@code pie}, {@code nx}, {@code relro} ({@code none}, {@code
 * partial}, {@code full}), {@code imports}, {@code exports}, {@code needed}, {@code runpath},
 * {@code textRelocations}, {@code writableCode}, {@code debug}, {@code soname}.
 */
public final class ElfForge implements Forge {
  private static final Set<String> KEYS =
      Set.of(
          "machine",
          "library",
          "pie",
          "nx",
          "relro",
          "imports",
          "exports",
          "needed",
          "runpath",
          "textRelocations",
          "writableCode",
          "debug",
          "soname");
  private static final int HEADER = 64;
  private static final int PROGRAM_HEADER = 56;
  private static final int SYMBOL = 24;
  private static final int X86_64 = 62;

  @Override
  public String name() {
    return "elf";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    for (String key : parameters.keySet()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException("no parameter `" + key + "`; known are " + KEYS);
      }
    }
    return new Image(parameters).bytes();
  }

  /**
   * One file being laid out: headers, strings, symbols, dynamic entries, sections, in this order.
   */
  private static final class Image {
    private final Map<String, Object> parameters;
    private final boolean library;
    private final StringBuilder strings = new StringBuilder("\0");
    private final List<long[]> dynamic = new ArrayList<>();
    private final List<long[]> symbols = new ArrayList<>();

    Image(Map<String, Object> parameters) {
      this.parameters = parameters;
      this.library = flag("library", false);
      symbols.add(new long[] {0, 0});
      list("imports").forEach(name -> symbols.add(new long[] {string(name), 0}));
      list("exports").forEach(name -> symbols.add(new long[] {string(name), 1}));
      list("needed").forEach(name -> entry(1, string(name)));
    }

    byte[] bytes() {
      String relro = String.valueOf(parameters.getOrDefault("relro", "full"));
      if (library) {
        entry(14, string(String.valueOf(parameters.getOrDefault("soname", "libx.so.1"))));
      }
      if (parameters.containsKey("runpath")) {
        entry(29, string(String.valueOf(parameters.get("runpath"))));
      }
      if (flag("textRelocations", false)) {
        entry(22, 0);
      }
      boolean pie = flag("pie", true);
      entry(0x6FFFFFFBL, (relro.equals("full") ? 1 : 0) | (pie && !library ? 0x08000000L : 0));
      List<long[]> segments = new ArrayList<>();
      String interpreter = library ? "" : "/lib64/ld-linux-x86-64.so.2\0";
      int count = 3 + (library ? 0 : 1) + (relro.equals("none") ? 0 : 1);
      int at = HEADER + count * PROGRAM_HEADER;
      int interpreterAt = at;
      at += interpreter.length();
      int stringsAt = at;
      at += strings.length();
      int symbolsAt = at = at + 7 & ~7;
      at += symbols.size() * SYMBOL;
      int hashAt = at;
      at += 16;
      entry(5, stringsAt);
      entry(10, strings.length());
      entry(6, symbolsAt);
      entry(4, hashAt);
      entry(0, 0);
      int dynamicAt = at = at + 7 & ~7;
      at += dynamic.size() * 16;
      int end = at;
      boolean writable = flag("writableCode", false);
      segments.add(new long[] {1, writable ? 7 : 5, 0, end});
      segments.add(new long[] {2, 6, dynamicAt, dynamic.size() * 16L});
      segments.add(new long[] {0x6474E551L, flag("nx", true) ? 6 : 7, 0, 0});
      if (!library) {
        segments.add(new long[] {3, 4, interpreterAt, interpreter.length()});
      }
      if (!relro.equals("none")) {
        segments.add(new long[] {0x6474E552L, 4, dynamicAt, dynamic.size() * 16L});
      }
      byte[] names = "\0.shstrtab\0.debug_info\0".getBytes(StandardCharsets.US_ASCII);
      boolean debug = flag("debug", false);
      int sectionsAt = end + names.length + 7 & ~7;
      ByteBuffer out =
          ByteBuffer.allocate(debug ? sectionsAt + 3 * 64 : end).order(ByteOrder.LITTLE_ENDIAN);
      header(out, library || pie, count, debug ? sectionsAt : 0);
      for (long[] s : segments) {
        out.putInt((int) s[0]).putInt((int) s[1]).putLong(s[2]).putLong(s[2]).putLong(s[2]);
        out.putLong(s[3]).putLong(s[3]).putLong(8);
      }
      out.put(interpreter.getBytes(StandardCharsets.US_ASCII));
      out.put(strings.toString().getBytes(StandardCharsets.US_ASCII));
      out.position(symbolsAt);
      for (long[] symbol : symbols) {
        out.putInt((int) symbol[0]).put((byte) 0x12).put((byte) 0).putShort((short) symbol[1]);
        out.putLong(0).putLong(0);
      }
      out.putInt(1).putInt(symbols.size()).putInt(0).putInt(0);
      out.position(dynamicAt);
      dynamic.forEach(e -> out.putLong(e[0]).putLong(e[1]));
      if (debug) {
        out.put(names);
        out.position(sectionsAt);
        section(out, 0, 0, 0, 0);
        section(out, 1, 3, end, names.length);
        section(out, 11, 1, end, 1);
      }
      return out.array();
    }

    private void header(ByteBuffer out, boolean shared, int programHeaders, int sectionsAt) {
      out.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});
      out.putShort((short) (shared ? 3 : 2)).putShort((short) machine()).putInt(1).putLong(HEADER);
      out.putLong(HEADER).putLong(sectionsAt).putInt(0).putShort((short) HEADER);
      out.putShort((short) PROGRAM_HEADER).putShort((short) programHeaders).putShort((short) 64);
      out.putShort((short) (sectionsAt == 0 ? 0 : 3)).putShort((short) (sectionsAt == 0 ? 0 : 1));
    }

    private static void section(ByteBuffer out, int name, int type, long offset, long size) {
      out.putInt(name).putInt(type).putLong(0).putLong(0).putLong(offset).putLong(size);
      out.putInt(0).putInt(0).putLong(1).putLong(0);
    }

    private int machine() {
      return parameters.get("machine") instanceof Integer number ? number : X86_64;
    }

    private boolean flag(String key, boolean otherwise) {
      Object value = parameters.get(key);
      return value == null ? otherwise : Boolean.parseBoolean(String.valueOf(value));
    }

    private List<String> list(String key) {
      return parameters.get(key) instanceof List<?> values
          ? values.stream().map(String::valueOf).toList()
          : List.of();
    }

    private int string(String text) {
      int at = strings.length();
      strings.append(text).append('\0');
      return at;
    }

    private void entry(long tag, long value) {
      dynamic.add(new long[] {tag, value});
    }
  }
}
