package dev.assay.formats.x86;

import java.util.Optional;
import java.util.function.LongFunction;

/** What an instruction works on. */
public sealed interface Operand {
  /** Registers, and what can be nothing else: {@code eax}, {@code st(1)}, {@code xmm0{k1}{z}}. */
  record Register(String name) implements Operand {}

  /** A number in the instruction, extended to the size of what it works on. */
  record Immediate(long value) implements Operand {}

  /** Where a branch goes. */
  record Target(long address) implements Operand {}

  /** Where a branch to another code segment goes. */
  record FarTarget(int selector, long offset) implements Operand {}

  /**
   * A place in memory.
   *
   * @param size in bytes, as the instruction's syntax names it: {@code dword ptr}; or empty
   * @param segment that replaces the one by default, or empty
   * @param sum base, scaled index and displacement: {@code rbp-0x8}; {@code rel} where the address
   *     is told by the distance from the instruction; else empty
   * @param address where it needs no register to be known
   * @param decoration write mask, or empty
   */
  record Memory(String size, String segment, String sum, Optional<Long> address, String decoration)
      implements Operand {
    private String shown(LongFunction<String> names) {
      String before = (size.isEmpty() ? "" : size + " ") + (segment.isEmpty() ? "" : segment + ":");
      String place = address.map(names::apply).orElse("");
      if (sum.isEmpty()) {
        return before + (segment.isEmpty() ? "ds:" : "") + place + decoration;
      }
      return before + "[" + sum + (place.isEmpty() ? "" : " " + place) + "]" + decoration;
    }
  }

  /**
   * In Intel's syntax.
   *
   * @param names of addresses
   */
  default String text(LongFunction<String> names) {
    return switch (this) {
      case Register register -> register.name();
      case Immediate immediate -> "0x" + Long.toHexString(immediate.value());
      case Target target -> names.apply(target.address());
      case FarTarget far -> "0x%x:0x%x".formatted(far.selector(), far.offset());
      case Memory memory -> memory.shown(names);
    };
  }
}
