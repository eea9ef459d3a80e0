package dev.assay.compare.change.bytecode;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.dex.Dex;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The code of some methods, each unit of it or what an instruction names in its place. */
final class DexListing implements DexCode.Taker {
  private static final int MOST_UNITS = 20_000;
  private static final int LONGEST = 300;

  private final Dex dex;
  private final Set<String> wanted;
  private final Map<String, List<String>> lines;
  private List<String> open = List.of();
  private boolean listed;

  private DexListing(Dex dex, Set<String> wanted, Map<String, List<String>> lines) {
    this.dex = dex;
    this.wanted = wanted;
    this.lines = lines;
  }

  /** The lines by method; of those with very much code none. */
  static Map<String, List<String>> of(Bytes content, Set<String> methods) {
    Map<String, List<String>> lines = new TreeMap<>();
    for (Dex dex : Dex.all(content)) {
      DexCode.walk(dex, content, new DexListing(dex, methods, lines));
    }
    return lines;
  }

  @Override
  public void begin(int method, long units) {
    String name = DexCode.name(dex, method);
    listed = units <= MOST_UNITS && wanted.contains(name);
    if (listed) {
      open = lines.computeIfAbsent(name, any -> new ArrayList<>());
    }
  }

  @Override
  public void raw(Block block) {
    for (int at = 0; listed && at < block.size(); at += 2) {
      int unit = at + 1 < block.size() ? block.u16le(at) : block.u8(at);
      open.add(HexFormat.of().toHexDigits((short) unit));
    }
  }

  @Override
  public void named(String name) {
    if (listed) {
      open.add(name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…");
    }
  }

  @Override
  public void end() {
    listed = false;
  }
}
