package dev.assay.formats.pe;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where linkers stamp a program, besides its header. Only places in sections that are not executed
 * count: what a lying table calls a stamp may be code.
 */
public final class PeStamps {
  private static final int DEBUG_ENTRY = 28;
  private static final int CODE_VIEW = 2;
  private static final int REPRODUCIBLE = 16;
  private static final int MOST_DEBUG = 64;

  /** Entries of all directories of resources, of which each may have 131,070. */
  private static final int MOST_RESOURCES = 1 << 20;

  private PeStamps() {}

  /** Takes places; offsets in the file. */
  public interface Taker {
    /** A moment, s since 1970, or part of a digest of the content, of four bytes. */
    void time(String what, long at);

    /** What tells debug information of this build from others: GUID and age, 20 bytes. */
    void id(String what, long at, int length);

    /** Where the linker wrote the debug information, a path of the builder's host. */
    void path(String what, long at, int length);
  }

  /**
   * @throws Malformed where a table leads out of the program
   */
  public static void of(PortableExecutable program, Taker taker) {
    stamps(program, new InData(program, taker));
  }

  private record InData(PortableExecutable program, Taker taker) implements Taker {
    @Override
    public void time(String what, long at) {
      if (program.isData(at, 4)) {
        taker.time(what, at);
      }
    }

    @Override
    public void id(String what, long at, int length) {
      if (program.isData(at, length)) {
        taker.id(what, at, length);
      }
    }

    @Override
    public void path(String what, long at, int length) {
      if (program.isData(at, length)) {
        taker.path(what, at, length);
      }
    }
  }

  private static void stamps(PortableExecutable program, Taker taker) {
    program
        .directory(PeDirectory.EXPORTS)
        .map(table -> program.offset(table.address()))
        .filter(OptionalLong::isPresent)
        .ifPresent(at -> taker.time("export time", at.getAsLong() + 4));
    program.directory(PeDirectory.DEBUG).ifPresent(table -> debug(program, table, taker));
    program.directory(PeDirectory.RESOURCES).ifPresent(table -> resources(program, table, taker));
  }

  private static void debug(PortableExecutable program, PeDirectory table, Taker taker) {
    long start = place(program, table.address());
    for (int i = 0; i < Math.min(MOST_DEBUG, table.size() / DEBUG_ENTRY); i++) {
      long at = start + (long) i * DEBUG_ENTRY;
      Block entry = program.content().block(at, DEBUG_ENTRY);
      taker.time("debug time", at + 4);
      long size = entry.u32le(16);
      long data = entry.u32le(24);
      if (entry.i32le(12) == CODE_VIEW && size > 24 && program.content().has(data, "RSDS")) {
        taker.id("debug id", data + 4, 20);
        int length =
            program
                .content()
                .blockUpTo(data + 24, (int) Math.min(4096, size - 24))
                .cString(0, 4096)
                .length();
        taker.path("path of debug information", data + 24, length);
      } else if (entry.i32le(12) == REPRODUCIBLE && size > 4 && size <= 68) {
        taker.id("digest of the build", data, (int) size);
      }
    }
  }

  /** IMAGE_RESOURCE_DIRECTORY: characteristics, time, versions, numbers of entries; entries. */
  private static void resources(PortableExecutable program, PeDirectory table, Taker taker) {
    long root = place(program, table.address());
    Deque<Long> pending = new ArrayDeque<>(List.of(0L));
    Set<Long> seen = new HashSet<>(pending);
    long total = 0;
    while (!pending.isEmpty()) {
      long at = pending.removeFirst();
      Block head = program.content().block(root + at, 16);
      taker.time("resource time", root + at + 4);
      int entries = head.u16le(12) + head.u16le(14);
      total += entries;
      if (total > MOST_RESOURCES) {
        throw new Malformed("pe.resources", root, "more resources than are read");
      }
      for (int i = 0; i < entries; i++) {
        long next = program.content().block(root + at + 16 + 8L * i, 8).u32le(4);
        if ((next & 0x8000_0000L) != 0 && seen.add(next & 0x7FFF_FFFFL)) {
          pending.add(next & 0x7FFF_FFFFL);
        }
      }
    }
  }

  private static long place(PortableExecutable program, long virtual) {
    return Optional.of(program.offset(virtual))
        .filter(OptionalLong::isPresent)
        .orElseThrow(() -> new Malformed("pe.address", virtual, "an address that no section has"))
        .getAsLong();
  }
}
