package dev.assay.inspect.elf;

import java.util.List;
import java.util.Set;

/**
 * What an ELF file's bytes tell.
 *
 * @param bits 32 or 64
 * @param endian {@code little} or {@code big}
 * @param machine the architecture, as the tools name it: {@code ARM}, {@code AArch64}, {@code
 *     x86-64}
 * @param system the system it is for where the file tells: {@code Linux} (with the GNU C library),
 *     {@code Solaris}, {@code HP-UX}, {@code FreeBSD}, {@code NetBSD}, {@code OpenBSD}, {@code
 *     Syslinux}; else empty
 * @param fileType {@code executable}, {@code shared}, {@code object}, {@code core}
 * @param pie whether a program can be loaded at a random address
 * @param dynamic whether it is linked at run time
 * @param executableStack whether the stack it asks for may hold code; without a mark, what the
 *     architecture does then
 * @param stackMarked whether it says so at all (PT_GNU_STACK)
 * @param relro {@code none}, {@code partial}, {@code full}: which tables are read-only once it runs
 * @param bindNow whether all symbols are resolved at start
 * @param textRelocations whether code must be changed at load
 * @param writableCode whether a segment is both writable and executable
 * @param canary whether functions check a stack canary
 * @param fortified imported functions that check sizes ({@code *_chk})
 * @param fortifiable imported functions that have such a checked form and are used without
 * @param cfi clang control-flow integrity
 * @param ibt x86 indirect branch tracking (CET)
 * @param shadowStack x86 shadow stack (CET)
 * @param bti AArch64 branch target identification
 * @param pac AArch64 pointer authentication
 * @param searchPath RPATH and RUNPATH entries in order
 * @param insecureSearchPath those of them that are empty, relative, or places anyone may write to
 *     or that only a build machine has
 * @param interpreter the program loader; empty for libraries and static programs
 * @param soname name under which others link it
 * @param needed libraries it links, in order
 * @param symbols whether it has a symbol table beyond the dynamic one
 * @param debugInfo whether it carries debugging information
 * @param buildId hex, empty where it has none
 * @param compiler what the compiler left in {@code .comment}
 * @param language {@code C}, {@code C++}, {@code Go}, {@code OCaml}, {@code Rust}, as far as traces
 *     tell
 * @param unboundedCopies imported functions that write without knowing the size of the target
 * @param boundedCopies their safe counterparts
 * @param commandCalls imported functions that run a shell command; that OCaml's runtime imports one
 *     for every program tells nothing
 * @param temporaryNames imported functions that make predictable temporary file names
 * @param weakRandom imported random number functions that can be predicted
 * @param weakCryptography imported functions of broken ciphers and hashes
 * @param networkCalls imported socket functions
 * @param privilegeCalls imported functions that change user, group or capabilities
 * @param sandboxCalls imported functions that confine the process
 * @param goCalls functions of Go's package {@code net} that a program of Go holds, which imports
 *     none
 * @param imports number of imported symbols
 * @param exports number of exported functions
 * @param codeSize bytes of executable segments
 */
public record ElfFacts(
    int bits,
    String endian,
    String machine,
    String system,
    String fileType,
    boolean pie,
    boolean dynamic,
    boolean executableStack,
    boolean stackMarked,
    String relro,
    boolean bindNow,
    boolean textRelocations,
    boolean writableCode,
    boolean canary,
    List<String> fortified,
    List<String> fortifiable,
    boolean cfi,
    boolean ibt,
    boolean shadowStack,
    boolean bti,
    boolean pac,
    List<String> searchPath,
    List<String> insecureSearchPath,
    String interpreter,
    String soname,
    List<String> needed,
    boolean symbols,
    boolean debugInfo,
    String buildId,
    String compiler,
    String language,
    List<String> unboundedCopies,
    List<String> boundedCopies,
    List<String> commandCalls,
    List<String> temporaryNames,
    List<String> weakRandom,
    List<String> weakCryptography,
    List<String> networkCalls,
    List<String> privilegeCalls,
    List<String> sandboxCalls,
    List<String> goCalls,
    int imports,
    int exports,
    long codeSize) {

  /** Whether memory errors are possible in the language it is written in. */
  public boolean memoryUnsafe() {
    return !Set.of("Go", "OCaml", "Rust").contains(language);
  }

  /** Whether its protections cannot be read off: static and without symbols. */
  public boolean protectionsUnknown() {
    return !dynamic && !symbols;
  }
}
