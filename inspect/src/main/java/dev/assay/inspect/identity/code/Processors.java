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
      // Of big-endian programs a symbol is where the address of its code stands.
      case PPC64 ->
          elf.isLittleEndian()
              ? Optional.of(new Start(new Power(address), address))
              : Optional.empty();
      case S390 ->
          elf.is64() && !elf.isLittleEndian()
              ? Optional.of(new Start(new SystemZ(), address))
              : Optional.empty();
      case ARM ->
          elf.isLittleEndian()
              ? Optional.of(new Start(odd ? new Thumb() : new Arm(), address & ~1))
              : Optional.empty();
      case AARCH64 ->
          elf.isLittleEndian() ? Optional.of(new Start(new AArch64(), address)) : Optional.empty();
      case RISCV -> Optional.of(new Start(new RiscV(elf.is64()), address));
      case LOONGARCH ->
          elf.is64() && elf.isLittleEndian()
              ? Optional.of(new Start(new LoongArch(), address))
              : Optional.empty();
      // An odd address is one of compressed code.
      case MIPS -> odd ? Optional.empty() : Optional.of(new Start(new Mips(), address));
      default -> Optional.empty();
    };
  }
}
