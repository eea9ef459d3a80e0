package dev.assay.inspect.identity.code;

import dev.assay.formats.elf.Elf;
import java.util.Optional;

/** The processors that are known, by {@code e_machine}. */
final class Processors {
  private static final int I386 = 3;
  private static final int MIPS = 8;
  private static final int PPC = 20;
  private static final int PPC64 = 21;
  private static final int S390 = 22;
  private static final int ARM = 40;
  private static final int X86_64 = 62;
  private static final int AARCH64 = 183;
  private static final int RISCV = 243;
  private static final int LOONGARCH = 258;

  // Of e_flags. Code of BE8 is little-endian in a file whose data is big-endian.
  private static final int MIPS16 = 0x04000000;
  private static final int ARM_BE8 = 0x00800000;
  private static final int PPC64_ABI_2 = 2;

  private Processors() {}

  /** Whose instructions stand at which address. */
  record Start(Processor processor, long address) {}

  /** For a symbol's address, whose lowest bit tells Thumb code from ARM code. */
  static Optional<Start> of(Elf elf, long address) {
    boolean odd = (address & 1) != 0;
    return switch (elf.machine()) {
      case I386 -> Optional.of(new Start(new X86(false), address));
      case X86_64 -> Optional.of(new Start(new X86(elf.is64()), address));
      case PPC -> Optional.of(new Start(new Power(address), address));
      // By the older convention a symbol is where the address of its code stands.
      case PPC64 ->
          elf.isLittleEndian() || (elf.flags() & 3) == PPC64_ABI_2
              ? Optional.of(new Start(new Power(address), address))
              : Optional.empty();
      case S390 ->
          elf.is64() && !elf.isLittleEndian()
              ? Optional.of(new Start(new SystemZ(), address))
              : Optional.empty();
      case ARM ->
          elf.isLittleEndian() || (elf.flags() & ARM_BE8) == 0
              ? Optional.of(new Start(odd ? new Thumb() : new Arm(), address & ~1))
              : Optional.empty();
      case AARCH64 ->
          elf.isLittleEndian() ? Optional.of(new Start(new AArch64(), address)) : Optional.empty();
      case RISCV -> Optional.of(new Start(new RiscV(elf.is64()), address));
      case LOONGARCH ->
          elf.is64() && elf.isLittleEndian()
              ? Optional.of(new Start(new LoongArch(), address))
              : Optional.empty();
      case MIPS -> mips(elf, address);
      default -> Optional.empty();
    };
  }

  /** Code at an odd address is compressed, in one of two ways. */
  private static Optional<Start> mips(Elf elf, long address) {
    if ((address & 1) == 0) {
      return Optional.of(new Start(new Mips(), address));
    }
    return elf.is64() || (elf.flags() & MIPS16) == 0
        ? Optional.empty()
        : Optional.of(new Start(new Mips16(), address & ~1));
  }
}
