package dev.assay.inspect.elf;

import java.util.List;
import java.util.Optional;

/**
 * Why the marks by which Linux protects a program say nothing of one that Linux does not start.
 *
 * @param why in words
 * @param facts of {@link ElfFacts} that rest on these marks
 */
record Unprotected(String why, List<String> facts) {
  private static final List<String> MARKS = List.of("executableStack", "stackMarked", "relro");
  private static final List<String> MEMORY =
      List.of("executableStack", "stackMarked", "relro", "pie", "textRelocations", "writableCode");

  private static final int PERMISSIONS = 0777;
  private static final int MAY_RUN = 0111;

  /**
   * Empty for what Linux may start.
   *
   * @param library whether it is a library
   * @param name of the file
   * @param mode permission bits of the file; 0 where its container keeps none
   */
  static Optional<Unprotected> of(ElfFacts elf, boolean library, String name, int mode) {
    if (elf.system().equals(Systems.SOLARIS) || elf.system().equals(Systems.HP_UX)) {
      return Optional.of(
          new Unprotected(
              elf.system() + " takes no notice of the marks that GNU/Linux has for it", MARKS));
    }
    if (elf.system().equals(Systems.SYSLINUX) || library && Systems.isNameOfSyslinux(name)) {
      return Optional.of(
          new Unprotected(
              "a module of the boot loader Syslinux, which protects no memory", MEMORY));
    }
    boolean linux = elf.system().equals(Systems.LINUX) || !elf.interpreter().isEmpty();
    boolean started = (mode & PERMISSIONS) == 0 || (mode & MAY_RUN) != 0;
    return library || linux || started
        ? Optional.empty()
        : Optional.of(
            new Unprotected(
                "nobody may execute the file and it names no program loader:"
                    + " it is firmware, or for another system than Linux",
                MEMORY));
  }
}
