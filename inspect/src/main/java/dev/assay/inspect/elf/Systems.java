package dev.assay.inspect.elf;

import dev.assay.formats.elf.Elf;

/** Operating systems that ELF files are for. */
final class Systems {
  static final String SOLARIS = "Solaris";

  private Systems() {}

  /**
   * By {@code EI_OSABI} (gABI, "ELF Identification"); files of Solaris often name no system there,
   * but have sections of its own (Oracle Solaris "Linker and Libraries Guide", "Section Types").
   *
   * @return the name; empty where the file does not tell
   */
  static String of(Elf elf) {
    return switch (elf.osAbi()) {
      case 2 -> "NetBSD";
      case 6 -> SOLARIS;
      case 9 -> "FreeBSD";
      case 12 -> "OpenBSD";
      default ->
          elf.sections().stream().anyMatch(section -> section.name().startsWith(".SUNW_"))
              ? SOLARIS
              : "";
    };
  }
}
