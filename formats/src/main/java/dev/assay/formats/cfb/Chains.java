package dev.assay.formats.cfb;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Which unit follows which.
 *
 * @param next by unit
 */
record Chains(int[] next) {
  private static final int LISTED_IN_HEADER = 109;
  private static final int LIST_AT = 76;
  private static final int LAST = 0xFFFFFFFE;
  private static final int FREE = 0xFFFFFFFF;

  /**
   * The table of sectors.
   *
   * @throws Malformed {@code cfb.table} where its list leads nowhere
   */
  static Chains ofSectors(Bytes content, CfbHeader header) {
    int each = header.sector() / 4 - 1;
    int wanted = (int) Math.min(header.raw().u32le(44), sectors(content, header) / each + 1);
    int[] list = new int[wanted];
    int found = Math.min(wanted, LISTED_IN_HEADER);
    for (int i = 0; i < found; i++) {
      list[i] = header.raw().i32le(LIST_AT + 4 * i);
    }
    int further = header.raw().i32le(68);
    while (found < wanted) {
      Block block = sector(content, header, further);
      for (int i = 0; i < each && found < wanted; i++) {
        list[found++] = block.i32le(4 * i);
      }
      further = block.i32le(4 * each);
    }
    return read(content, header, list);
  }

  /** How many sectors there are, the last perhaps in part. */
  static int sectors(Bytes content, CfbHeader header) {
    long sectors = (content.size() - 1) / header.sector();
    return (int) Math.min(sectors, 0xFFFFFF0);
  }

  /** The table that some sectors hold. */
  static Chains read(Bytes content, CfbHeader header, int[] list) {
    int each = header.sector() / 4;
    int[] next = new int[list.length * each];
    for (int i = 0; i < list.length; i++) {
      Block block = sector(content, header, list[i]);
      for (int entry = 0; entry < each; entry++) {
        next[i * each + entry] = block.i32le(4 * entry);
      }
    }
    return new Chains(next);
  }

  private static Block sector(Bytes content, CfbHeader header, int number) {
    if (number < 0 || number >= sectors(content, header)) {
      throw new Malformed("cfb.table", 44, "sector " + number + " of the table is not there");
    }
    return content.block(header.at(number), header.sector());
  }

  /**
   * The units from one on, at most so many.
   *
   * @param taken those of other chains; takes those of this one
   */
  Chain from(int first, int most, BitSet taken) {
    int[] units = new int[Math.min(most, 16)];
    int count = 0;
    for (int at = first; count < most && at != LAST; at = next[at]) {
      if (at < 0 || at >= next.length) {
        return new Chain(Arrays.copyOf(units, count), "leads to " + at + ", which is not there");
      }
      if (taken.get(at)) {
        return new Chain(Arrays.copyOf(units, count), "leads to " + at + ", which has its place");
      }
      taken.set(at);
      if (count == units.length) {
        units = Arrays.copyOf(units, (int) Math.min(most, 2L * count));
      }
      units[count++] = at;
    }
    return new Chain(Arrays.copyOf(units, count), "");
  }

  /**
   * Units in their order.
   *
   * @param broken why there are no more; empty where the chain is whole
   */
  record Chain(int[] units, String broken) {}

  /** How many units there are up to the last that is in use. */
  int used() {
    return IntStream.range(0, next.length)
        .map(i -> next.length - i)
        .filter(i -> next[i - 1] != FREE)
        .findFirst()
        .orElse(0);
  }
}
