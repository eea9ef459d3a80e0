package dev.assay.formats.dwarf;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The sections of one file that hold debugging information, by the name behind {@code .debug_}.
 * Each is taken into memory once, when it is first asked for. Not for several threads.
 */
public final class DebugSections {
  private final ByteOrder order;
  private final Function<String, Bytes> source;
  private final int most;
  private final Map<String, Block> read = new HashMap<>();
  private long size;

  /**
   * @param source the content of a section by name: {@code info}; of no bytes where there is none
   * @param most bytes that all that are asked for may have together
   */
  public DebugSections(ByteOrder order, Function<String, Bytes> source, int most) {
    this.order = order;
    this.source = source;
    this.most = most;
  }

  /**
   * @throws Malformed {@code dwarf.section} where they become too large
   */
  Cursor of(String name) {
    return new Cursor(read.computeIfAbsent(name, this::block), order);
  }

  ByteOrder order() {
    return order;
  }

  private Block block(String name) {
    Bytes content = source.apply(name);
    if (content.size() > most - size) {
      throw new Malformed(
          "dwarf.section",
          -1,
          "sections of more than %d bytes; .debug_%s is not read".formatted(most, name));
    }
    size += content.size();
    return content.block(0, (int) content.size());
  }
}
