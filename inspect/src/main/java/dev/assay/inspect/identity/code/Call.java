package dev.assay.inspect.identity.code;

import dev.assay.formats.Malformed;
import dev.assay.formats.elf.Elf;
import dev.assay.inspect.identity.code.Processor.Step;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What comes of calling a function.
 *
 * @param returned the number that it returns, its lower 32 bits for the ones that return an {@code
 *     int}; empty where that is not known
 * @param stored numbers it stored where its arguments point
 */
public record Call(OptionalLong returned, Map<Place, Long> stored) {
  private static final int MAX_INSTRUCTIONS = 32;

  /**
   * Follows a function.
   *
   * @param address of its symbol
   * @return nothing where it does anything that is not known to be without effect on the answer
   */
  public static Optional<Call> of(Elf elf, long address) {
    try {
      return Processors.of(elf, address).flatMap(start -> follow(elf, start));
    } catch (Malformed outsideTheFile) {
      return Optional.empty();
    }
  }

  private static Optional<Call> follow(Elf elf, Processors.Start start) {
    Processor processor = start.processor();
    Code code = new Code(elf, start.address());
    Registers registers = processor.registers();
    for (int i = 0; i < MAX_INSTRUCTIONS; i++) {
      Step step = processor.step(code, registers);
      if (step == Step.RETURN) {
        OptionalLong returned =
            registers.get(processor.result()) instanceof Value.Number(long number)
                ? OptionalLong.of(number)
                : OptionalLong.empty();
        return Optional.of(new Call(returned, registers.stored()));
      }
      if (step == Step.UNKNOWN) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
