package dev.assay.compare.change.program;

import dev.assay.compare.change.Crc;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What the code signature of a program of macOS says besides its hashes (Apple, xnu, {@code
 * osfmk/kern/cs_blobs.h}): blobs by their slots, all numbers big-endian.
 *
 * @param into takes name and value
 */
record MachOSignature(BiConsumer<String, String> into) {
  private static final long ALL = 0xFADE_0CC0L;
  private static final long CODE_DIRECTORY = 0xFADE_0C02L;
  private static final long ENTITLEMENTS = 0xFADE_7171L;
  private static final int MOST_BLOBS = 64;
  private static final int MAX_TEXT = 1 << 16;

  /** From this version on a code directory has the place of the team. */
  private static final long WITH_TEAM = 0x2_0200;

  private static final int DIRECTORY = 44;
  private static final Map<Integer, String> HASHES =
      Map.of(1, "SHA-1", 2, "SHA-256", 3, "SHA-256 truncated", 4, "SHA-384");

  /** CS_*, of those that a linker or signer sets. */
  private static final Map<Long, String> FLAGS =
      Map.of(
          0x2L, "adhoc",
          0x4L, "get-task-allow",
          0x100L, "hard",
          0x200L, "kill",
          0x800L, "restrict",
          0x1000L, "enforcement",
          0x2000L, "library-validation",
          0x1_0000L, "runtime",
          0x2_0000L, "linker-signed");

  /** Nothing where it is none. */
  void add(Bytes signature) {
    try {
      Block head = signature.block(0, 12);
      long count = head.u32be(8);
      if (head.u32be(0) != ALL || count > MOST_BLOBS) {
        return;
      }
      for (int i = 0; i < count; i++) {
        Block entry = signature.block(12 + 8L * i, 8);
        Bytes rest = signature.from(entry.u32be(4));
        blob("slot 0x%x ".formatted(entry.u32be(0)), rest, rest.block(0, 8));
      }
    } catch (Malformed damaged) {
      // What was read up to there is told.
    }
  }

  private void blob(String slot, Bytes rest, Block head) {
    Bytes blob = rest.slice(0, head.u32be(4));
    if (head.u32be(0) == CODE_DIRECTORY) {
      directory(slot, blob, blob.block(0, DIRECTORY));
    } else if (head.u32be(0) == ENTITLEMENTS) {
      into.accept(slot + "entitlements", text(blob, 8).replaceAll("\\s+", " "));
    } else {
      into.accept(slot + "blob", Crc.sized(blob));
    }
  }

  private void directory(String slot, Bytes blob, Block head) {
    into.accept(slot + "version", "0x%x".formatted(head.u32be(8)));
    into.accept(slot + "flags", flags(head.u32be(12)));
    into.accept(slot + "identifier", text(blob, head.u32be(20)));
    into.accept(slot + "special slots", String.valueOf(head.u32be(24)));
    into.accept(slot + "code slots", String.valueOf(head.u32be(28)));
    into.accept(slot + "code limit", String.valueOf(head.u32be(32)));
    into.accept(slot + "hash type", HASHES.getOrDefault(head.u8(37), String.valueOf(head.u8(37))));
    into.accept(slot + "platform", String.valueOf(head.u8(38)));
    into.accept(slot + "page size", head.u8(39) == 0 ? "none" : "2^" + head.u8(39));
    if (head.u32be(8) >= WITH_TEAM) {
      long team = blob.block(48, 4).u32be(0);
      into.accept(slot + "team", team == 0 ? "" : text(blob, team));
    }
  }

  private static String flags(long flags) {
    List<String> set =
        FLAGS.keySet().stream()
            .sorted()
            .filter(flag -> (flags & flag) != 0)
            .map(FLAGS::get)
            .toList();
    return "0x%x".formatted(flags) + (set.isEmpty() ? "" : " (" + String.join(", ", set) + ")");
  }

  /** Up to a NUL or the end. */
  private static String text(Bytes blob, long at) {
    return blob.blockUpTo(Math.min(at, blob.size()), MAX_TEXT).cString(0, MAX_TEXT);
  }
}
