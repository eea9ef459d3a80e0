package dev.assay.compare.change.code;

import dev.assay.compare.change.code.ProgramCode.Routine;
import dev.assay.formats.Block;
import dev.assay.formats.x86.Instruction;
import dev.assay.formats.x86.Operand;
import java.util.Arrays;
import java.util.Optional;

/**
 * The instructions of a routine, in a form in which many can be held against each other: addresses
 * that nothing but a number tells do not count, for they move with all that is added before.
 */
final class CodeListing implements Alignment.Lines {
  private static final String INSIDE = "(inside)";
  private static final long NONE = -1;

  private final ProgramCode program;
  private final Routine routine;
  private final Block code;
  private long[] keys = new long[64];
  private int[] offsets = new int[64];
  private long[] addresses = new long[64];
  private int size;
  private boolean complete = true;
  private boolean padding = true;

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
      addresses = Arrays.copyOf(addresses, 2 * size);
    }
    Optional<Instruction> found = decoded(at);
    offsets[size] = at;
    keys[size] =
        Alignment.Lines.key(found.map(each -> each.text(this::lasting)).orElseGet(() -> raw(at)));
    addresses[size] = found.map(CodeListing::address).orElse(NONE);
    size++;
    complete &= found.isPresent();
    padding &= found.isPresent() && isPadding(found.get());
    return found.map(Instruction::length).orElse(1);
  }

  private Optional<Instruction> decoded(int at) {
    return program.decoder().at(code, at, routine.address() + at);
  }

  /** What assemblers fill up with: nop of any length, xchg ax, ax and int3. */
  private static boolean isPadding(Instruction instruction) {
    return instruction.mnemonic().endsWith("nop")
        || instruction.mnemonic().equals("int3")
        || instruction.text().endsWith("xchg ax, ax");
  }

  /** Of a branch or of memory at a fixed place. */
  private static long address(Instruction instruction) {
    for (Operand each : instruction.operands()) {
      if (each instanceof Operand.Target target) {
        return target.address();
      }
      if (each instanceof Operand.Memory memory && memory.address().isPresent()) {
        return memory.address().get();
      }
    }
    return NONE;
  }

  /** What an address is called that may be another in another build. */
  private String lasting(long address) {
    return routine.holds(address)
        ? INSIDE
        : program.known(address).orElseGet(() -> "(in " + program.section(address) + ")");
  }

  private String raw(int at) {
    return "byte 0x%02x".formatted(code.u8(at));
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public long key(int line) {
    return keys[line];
  }

  /** In bytes from the start of the routine. */
  int offset(int line) {
    return offsets[line];
  }

  /** Whether it names a place in the routine. */
  boolean isInside(int line) {
    return addresses[line] != NONE && routine.holds(addresses[line]);
  }

  /** Whether it names a place elsewhere of which only the address is known. */
  boolean isNameless(int line) {
    return addresses[line] != NONE
        && !routine.holds(addresses[line])
        && program.known(addresses[line]).isEmpty();
  }

  /** The address that it names. */
  long address(int line) {
    return addresses[line];
  }

  /** Which line the place is that it names in the routine; −1 where it is in the middle of one. */
  int target(int line) {
    int offset = (int) (addresses[line] - routine.address());
    return Math.max(-1, Arrays.binarySearch(offsets, 0, size, offset));
  }

  /** Whether every byte was understood. */
  boolean isComplete() {
    return complete;
  }

  /** Whether there is nothing but what fills up to where the next function begins. */
  boolean isPadding() {
    return padding;
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
