package dev.assay.inspect.elf;

/** Architectures by their ELF number (gABI {@code e_machine}). */
final class Machines {
  private Machines() {}

  static String name(int machine) {
    return switch (machine) {
      case 2, 18, 43 -> "SPARC";
      case 3 -> "x86";
      case 4 -> "m68k";
      case 8 -> "MIPS";
      case 15 -> "PA-RISC";
      case 20 -> "PowerPC";
      case 21 -> "PowerPC64";
      case 22 -> "S390";
      case 40 -> "ARM";
      case 42 -> "SuperH";
      case 50 -> "IA-64";
      case 62 -> "x86-64";
      case 83 -> "AVR";
      case 93, 195 -> "ARC";
      case 94 -> "Xtensa";
      case 113 -> "Nios II";
      case 164 -> "Hexagon";
      case 183 -> "AArch64";
      case 189 -> "MicroBlaze";
      case 243 -> "RISC-V";
      case 247 -> "BPF";
      case 258 -> "LoongArch";
      default -> "machine " + machine;
    };
  }

  /**
   * Whether Linux gives a program that does not mark its stack (no PT_GNU_STACK) an executable one.
   */
  static boolean stackExecutableByDefault(int machine) {
    return switch (machine) {
      case 2, 3, 4, 8, 18, 20, 40, 42 -> true;
      default -> false;
    };
  }
}
