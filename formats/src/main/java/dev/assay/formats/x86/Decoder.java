package dev.assay.formats.x86;

import dev.assay.formats.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one instruction after the other. */
public enum Decoder {
  /** 32-bit protected mode. */
  OF_32_BITS(false),

  /** 64-bit mode. */
  OF_64_BITS(true);

  private static final int ESCAPE = 0x0F;
  private static final int LONGEST = 15;

  private final boolean wide;

  Decoder(boolean wide) {
    this.wide = wide;
  }

  /**
   * The instruction at an offset; empty where there is none that is known, or not to its end.
   *
   * @param address that the offset has when the code runs
   * @throws dev.assay.formats.Malformed where the offset is outside
   */
  public Optional<Instruction> at(Block code, int offset, long address) {
    code.u8(offset);
    Fetch fetch = new Fetch(code, offset);
    Prefixes prefixes = Prefixes.read(fetch, wide);
    if (prefixes.isContradictory()) {
      return Optional.empty();
    }
    int map = prefixes.form == Prefixes.Form.LEGACY ? map(fetch) : prefixes.map;
    int number = fetch.u8();
    List<Opcode> rows = Opcodes.of(map, number);
    int modRm = Opcodes.haveModRm(map, number) ? fetch.peek() : -1;
    Optional<Opcode> opcode = choose(rows, prefixes, modRm);
    if (opcode.isEmpty()) {
      return Optional.empty();
    }
    boolean takes = opcode.get().hasModRm();
    if (takes) {
      fetch.u8();
    }
    Reading reading =
        new Reading(fetch, prefixes, opcode.get(), number, takes ? modRm : -1, address);
    return instruction(fetch, prefixes, opcode.get(), modRm, reading);
  }

  private static int map(Fetch fetch) {
    if (fetch.peek() != ESCAPE) {
      return 0;
    }
    fetch.u8();
    int map = fetch.peek() == 0x38 ? 2 : fetch.peek() == 0x3A ? 3 : 1;
    if (map > 1) {
      fetch.u8();
    }
    return map;
  }

  /** A prefix F2 or F3 that makes another instruction does so before 66 does. */
  private static Optional<Opcode> choose(List<Opcode> rows, Prefixes prefixes, int modRm) {
    if (prefixes.form != Prefixes.Form.LEGACY) {
      return first(rows, prefixes, prefixes.mandatory, modRm);
    }
    int size = prefixes.operandSize ? Prefixes.OPERAND_SIZE : 0;
    Optional<Opcode> found =
        prefixes.repeat == 0 ? Optional.empty() : exact(rows, prefixes, prefixes.repeat, modRm);
    if (found.isEmpty() && size != 0) {
      found = exact(rows, prefixes, size, modRm);
    }
    return found.isPresent()
        ? found
        : first(rows, prefixes, prefixes.repeat != 0 ? prefixes.repeat : size, modRm);
  }

  private static Optional<Opcode> exact(
      List<Opcode> rows, Prefixes prefixes, int mandatory, int modRm) {
    for (Opcode row : rows) {
      if (row.mandatory() == mandatory && row.fits(prefixes, mandatory, modRm)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private static Optional<Opcode> first(
      List<Opcode> rows, Prefixes prefixes, int mandatory, int modRm) {
    for (Opcode row : rows) {
      if (row.fits(prefixes, mandatory, modRm)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private static Optional<Instruction> instruction(
      Fetch fetch, Prefixes prefixes, Opcode opcode, int modRm, Reading reading) {
    boolean vector = prefixes.form != Prefixes.Form.LEGACY;
    List<Operand> operands = new ArrayList<>();
    for (OperandKind kind : opcode.operands()) {
      if (vector || kind.where() != 'H') {
        operands.add(reading.read(kind));
      }
    }
    boolean possible =
        reading.isPossible()
            && !fetch.isBeyond()
            && fetch.length() <= LONGEST
            && Vectors.arePossible(prefixes, opcode, modRm);
    if (!possible) {
      return Optional.empty();
    }
    operands.replaceAll(reading::placed);
    Vectors.decorate(prefixes, opcode, modRm, operands);
    String name = (vector && opcode.both() ? "v" : "") + opcode.name();
    return Optional.of(
        new Instruction(fetch.length(), Named.prefixed(prefixes, opcode, reading, name), operands));
  }
}
