package dev.assay.inspect.elf;

import dev.assay.formats.elf.DynamicEntry;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfDynamic;
import java.util.stream.Stream;

/** Systems that ELF files are for. */
final class Systems {
  static final String LINUX = "Linux";
  static final String SOLARIS = "Solaris";
  static final String HP_UX = "HP-UX";
  static final String SYSLINUX = "Syslinux";

  private Systems() {}

  /**
   * By {@code EI_OSABI} (gABI, "ELF Identification") and the GNU note of the interface; files of
   * Solaris often name no system there, but have sections of its own (Oracle Solaris "Linker and
   * Libraries Guide", "Section Types").
   *
   * @return the name; empty where the file does not tell
   */
  static String of(Elf elf, ElfNotes notes) {
    return switch (elf.osAbi()) {
      case 1 -> HP_UX;
      case 2 -> "NetBSD";
      case 6 -> SOLARIS;
      case 9 -> "FreeBSD";
      case 12 -> "OpenBSD";
      default ->
          notes.linux()
              ? LINUX
              : elf.sections().stream().anyMatch(section -> section.name().startsWith(".SUNW_"))
                  ? SOLARIS
                  : isModuleOfSyslinux(elf.dynamic()) ? SYSLINUX : "";
    };
  }

  /** Modules of Syslinux 5 and later are shared objects that link each other by such names. */
  private static boolean isModuleOfSyslinux(ElfDynamic dynamic) {
    return Stream.of(DynamicEntry.SONAME, DynamicEntry.NEEDED)
        .flatMap(tag -> dynamic.strings(tag).stream())
        .anyMatch(Systems::isNameOfSyslinux);
  }

  /** Whether a file of the name is a module of Syslinux; those that link no other need not say. */
  static boolean isNameOfSyslinux(String name) {
    return name.endsWith(".c32") || name.endsWith(".e32") || name.endsWith(".e64");
  }
}
