package dev.assay.compare.change;

import dev.assay.compare.change.ProgramCode.Routine;
import dev.assay.formats.Block;
import dev.assay.formats.x86.Instruction;
import dev.assay.formats.x86.Operand;
import java.util.Arrays;
import java.util.Optional;

/**
 * The instructions of a routine, in a form in which many can be held against each other: what a
 * branch inside of it goes to does not count, for it moves with all that is added before.
 */
final class CodeListing {
  private static final String INSIDE = "(inside)";

  private final ProgramCode program;
  private final Routine routine;
  private final Block code;
  private long[] keys = new long[64];
  private int[] offsets = new int[64];
  private int[] targets = new int[64];
  private int size;
  private boolean complete = true;

  private CodeListing(ProgramCode program, Routine routine) {
    this.program = program;
    this.routine = routine;
    this.code = routine.code().block(0, (int) routine.code().size());
  }

  /**
   * @param routine of less than 2 GiB
   */
  static CodeListing of(ProgramCode program, Routine routine) {
    CodeListing listing = new CodeListing(program, routine);
    int at = 0;
    while (at < listing.code.size()) {
      at += listing.add(at);
    }
    return listing;
  }

  private int add(int at) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      offsets = Arrays.copyOf(offsets, 2 * size);
      targets = Arrays.copyOf(targets, 2 * size);
    }
    Optional<Instruction> found = decoded(at);
    offsets[size] = at;
    keys[size] =
        hash(
            found
                .map(each -> each.text(to -> routine.holds(to) ? INSIDE : program.name(to)))
                .orElseGet(() -> raw(at)));
    targets[size] = found.map(this::target).orElse(-1);
    size++;
    complete &= found.isPresent();
    return found.map(Instruction::length).orElse(1);
  }

  private Optional<Instruction> decoded(int at) {
    return program.decoder().at(code, at, routine.address() + at);
  }

  /** Where in the routine a branch goes; −1 where it does not. */
  private int target(Instruction instruction) {
    for (Operand each : instruction.operands()) {
      if (each instanceof Operand.Target target && routine.holds(target.address())) {
        return (int) (target.address() - routine.address());
      }
    }
    return -1;
  }

  private String raw(int at) {
    return "byte 0x%02x".formatted(code.u8(at));
  }

  private static long hash(String text) {
    long hash = 0xCBF2_9CE4_8422_2325L; // FNV-1a, 64 bits
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100_0000_01B3L;
    }
    return hash;
  }

  int size() {
    return size;
  }

  /** The same for instructions that are the same. */
  long key(int line) {
    return keys[line];
  }

  /** In bytes from the start of the routine. */
  int offset(int line) {
    return offsets[line];
  }

  /** Whether it is a branch to a place in the routine. */
  boolean isBranch(int line) {
    return targets[line] >= 0;
  }

  /** Which line such a branch goes to; −1 where it goes into the middle of one. */
  int target(int line) {
    return Math.max(-1, Arrays.binarySearch(offsets, 0, size, targets[line]));
  }

  /** Whether every byte was understood. */
  boolean isComplete() {
    return complete;
  }

  /** As it is shown, with what is at the addresses it names. */
  String text(int line) {
    int at = offsets[line];
    return decoded(at).map(each -> each.text(this::name)).orElseGet(() -> raw(at));
  }

  private String name(long address) {
    return routine.holds(address)
        ? ProgramCode.plus(routine.name(), address - routine.address())
        : program.name(address);
  }
}
