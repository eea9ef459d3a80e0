package dev.assay.formats.macho;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import dev.assay.formats.Malformed;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The header and load commands of a program for one machine.
 *
 * @param wide whether it is of 64 bits
 * @param header the first 28 bytes
 */
public record MachO(
    Bytes content, ByteOrder order, boolean wide, Fields header, List<LoadCommand> commands) {
  private static final int HEADER = 28;
  private static final int NARROW = 0xFEEDFACE;
  private static final int WIDE = 0xFEEDFACF;
  private static final int UNIVERSAL = 0xCAFEBABE;
  private static final int MAX_COMMANDS = 10_000;

  /** Bytes of the load commands of all programs in a file, which may share them. */
  private static final long MAX_SIZE = 16 << 20;

  /** A class file has its version there, which is 45 at least. */
  private static final int MAX_MACHINES = 40;

  public MachO {
    commands = List.copyOf(commands);
  }

  /** Whether a program, or several for several machines, begin here. */
  public static boolean isAt(Bytes content) {
    return content.size() >= HEADER && (isOne(content) || isUniversal(content));
  }

  private static boolean isOne(Bytes content) {
    int magic = content.block(0, 4).i32le(0);
    int swapped = Integer.reverseBytes(magic);
    return magic == NARROW || magic == WIDE || swapped == NARROW || swapped == WIDE;
  }

  private static boolean isUniversal(Bytes content) {
    Block head = content.block(0, 8);
    return head.i32be(0) == UNIVERSAL && head.u32be(4) > 0 && head.u32be(4) <= MAX_MACHINES;
  }

  /**
   * The programs by machine, {@code 0x1000007/3}; one that stands alone has its machine as well.
   *
   * @throws Malformed {@code macho.*} where they do not hold together
   */
  public static Map<String, MachO> all(Bytes content) {
    Map<String, MachO> found = new TreeMap<>();
    if (!isUniversal(content)) {
      MachO one = read(content);
      found.put(one.machine(), one);
      return found;
    }
    long count = content.block(4, 4).u32be(0);
    long left = MAX_SIZE;
    for (long i = 0; i < count; i++) {
      Block entry = content.block(8 + 20 * i, 20);
      MachO one = read(content.slice(entry.u32be(8), entry.u32be(12)), left);
      found.put(one.machine(), one);
      left -= one.commands().stream().mapToLong(LoadCommand::size).sum();
    }
    return found;
  }

  /**
   * @throws Malformed {@code macho.*} where it does not hold together
   */
  public static MachO read(Bytes content) {
    return read(content, MAX_SIZE);
  }

  private static MachO read(Bytes content, long most) {
    if (content.size() < HEADER || !isOne(content)) {
      throw new Malformed("macho.header", 0, "no Mach-O header");
    }
    int magic = content.block(0, 4).i32le(0);
    boolean little = magic == NARROW || magic == WIDE;
    boolean wide = magic == WIDE || Integer.reverseBytes(magic) == WIDE;
    ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    Fields header = new Fields(content.block(0, HEADER), order);
    if (header.u32(16) > MAX_COMMANDS) {
      throw new Malformed("macho.commands", 16, header.u32(16) + " load commands");
    }
    List<LoadCommand> commands = new ArrayList<>();
    int start = wide ? HEADER + 4 : HEADER;
    int at = start;
    for (int i = 0; i < header.i32(16); i++) {
      Fields head = new Fields(content.block(at, 8), order);
      long size = head.u32(4);
      if (size < 8 || at - start + size > most) {
        throw new Malformed("macho.command", at, "a load command of " + size + " bytes");
      }
      commands.add(
          new LoadCommand(head.i32(0), at, new Fields(content.block(at, (int) size), order)));
      at += (int) size;
    }
    return new MachO(content, order, wide, header, commands);
  }

  public String machine() {
    return "0x%x/%d".formatted(header.u32(4), header.u32(8) & 0xFF_FFFF);
  }
}
