package dev.assay.inspect.elf;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.elf.DynamicEntry;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfDynamic;
import dev.assay.formats.elf.ElfFile;
import dev.assay.formats.elf.Section;
import dev.assay.formats.elf.Segment;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.Subject;
import dev.assay.model.WatchedFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads off an ELF file how it was built and what it calls. */
public final class ElfInspector implements ContentInspector<ElfContent> {
  private static final long FLAG_BIND_NOW = 8;
  private static final long FLAG_1_NOW = 1;
  private static final long FLAG_1_PIE = 0x08000000L;
  private static final long FLAG_TEXTREL = 4;

  @Override
  public Class<ElfContent> facts() {
    return ElfContent.class;
  }

  @Override
  public int revision() {
    return 7;
  }

  @Override
  public List<String> markers() {
    return Stream.of(
            WatchedFunctions.all().stream().sorted(),
            GoCalls.ALL.stream(),
            Stream.of(RustCode.MARKER))
        .flatMap(each -> each)
        .toList();
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return ElfFile.isLinked(type);
  }

  @Override
  public Optional<ElfContent> inspect(Bytes content) {
    return inspect(Subject.of(content));
  }

  @Override
  public Optional<ElfContent> inspect(Subject subject) {
    Elf elf = Elf.read(subject.bytes());
    ImportedCalls calls = ImportedCalls.of(elf.dynamic().symbols());
    ElfFacts facts = facts(elf, calls, subject.markers());
    ElfContent found =
        new ElfContent(facts, ElfPlaces.of(elf, facts), Linkage.of(elf, calls, subject.markers()));
    elf.problems().forEach(subject.damage());
    return Optional.of(found);
  }

  private static ElfFacts facts(Elf elf, ImportedCalls calls, Set<String> markers) {
    ElfDynamic dynamic = elf.dynamic();
    ElfNotes notes = ElfNotes.of(elf);
    String interpreter = interpreter(elf);
    List<String> paths = new ArrayList<>(SearchPaths.entries(dynamic.strings(DynamicEntry.RPATH)));
    paths.addAll(SearchPaths.entries(dynamic.strings(DynamicEntry.RUNPATH)));
    boolean bindNow =
        dynamic.has(DynamicEntry.BIND_NOW)
            || (dynamic.value(DynamicEntry.FLAGS) & FLAG_BIND_NOW) != 0
            || (dynamic.value(DynamicEntry.FLAGS_1) & FLAG_1_NOW) != 0;
    boolean symbolTable =
        elf.sections().stream().anyMatch(section -> section.type() == Section.SYMBOL_TABLE);
    StaticSymbols statics = symbolTable ? StaticSymbols.of(elf) : StaticSymbols.NONE;
    boolean x86 = elf.machine() == 3 || elf.machine() == 62;
    boolean arm64 = elf.machine() == 183;
    Optional<Segment> stack = elf.segment(Segment.GNU_STACK);
    String compiler = compiler(elf);
    return new ElfFacts(
        elf.is64() ? 64 : 32,
        elf.isLittleEndian() ? "little" : "big",
        Machines.name(elf.machine()),
        Systems.of(elf, notes),
        elf.type() == Elf.EXECUTABLE ? "executable" : "shared",
        elf.type() == Elf.SHARED
            && (!interpreter.isEmpty() || (dynamic.value(DynamicEntry.FLAGS_1) & FLAG_1_PIE) != 0),
        dynamic.isPresent(),
        stack
            .map(Segment::isExecutable)
            .orElseGet(() -> Machines.stackExecutableByDefault(elf.machine())),
        stack.isPresent(),
        elf.segment(Segment.GNU_RELRO).isEmpty() ? "none" : bindNow ? "full" : "partial",
        bindNow,
        dynamic.has(DynamicEntry.TEXTREL)
            || (dynamic.value(DynamicEntry.FLAGS) & FLAG_TEXTREL) != 0,
        elf.segments().stream()
            .anyMatch(s -> s.type() == Segment.LOAD && s.isExecutable() && s.isWritable()),
        calls.canary() || statics.canary(),
        calls.fortified(),
        calls.fortifiable(),
        calls.cfi() || statics.cfi(),
        x86 && (notes.features() & 1) != 0,
        x86 && (notes.features() & 2) != 0,
        arm64 && (notes.features() & 1) != 0,
        arm64 && (notes.features() & 2) != 0,
        List.copyOf(paths),
        SearchPaths.insecure(paths),
        interpreter,
        dynamic.strings(DynamicEntry.SONAME).stream().findFirst().orElse(""),
        dynamic.strings(DynamicEntry.NEEDED),
        symbolTable,
        elf.sections().stream()
            .anyMatch(s -> s.name().equals(".debug_info") || s.name().equals(".zdebug_info")),
        notes.buildId(),
        compiler,
        language(elf, calls, compiler, markers),
        calls.family("unbounded-copy"),
        calls.family("bounded-copy"),
        calls.family("command"),
        calls.family("temporary-name"),
        calls.family("weak-random"),
        calls.family("weak-cryptography"),
        calls.family("network"),
        calls.family("privilege"),
        calls.family("sandbox"),
        GoCalls.of(elf, markers),
        calls.imports(),
        calls.exports(),
        codeSize(elf));
  }

  private static String interpreter(Elf elf) {
    return elf.segment(Segment.INTERP)
        .filter(s -> s.offset() >= 0 && s.offset() < elf.content().size())
        .map(s -> elf.content().blockUpTo(s.offset(), 256).cString(0, 256))
        .orElse("");
  }

  private static String compiler(Elf elf) {
    Optional<Section> comment = elf.section(".comment");
    if (comment.isEmpty()
        || comment.get().offset() < 0
        || comment.get().offset() >= elf.content().size()) {
      return "";
    }
    Block block = elf.content().blockUpTo(comment.get().offset(), 160);
    return block.cString(0, (int) Math.clamp(comment.get().size(), 0, block.size()));
  }

  private static String language(
      Elf elf, ImportedCalls calls, String compiler, Set<String> markers) {
    boolean go = elf.section(".go.buildinfo").isPresent() || elf.section(".gopclntab").isPresent();
    if (go) {
      return "Go";
    }
    if (compiler.startsWith("rustc") || calls.rust() || RustCode.isIn(calls, markers)) {
      return "Rust";
    }
    if (calls.ocaml()) {
      return "OCaml";
    }
    return calls.cPlusPlus() ? "C++" : "C";
  }

  private static long codeSize(Elf elf) {
    long size = 0;
    for (Segment segment : elf.segments()) {
      if (segment.type() == Segment.LOAD && segment.isExecutable()) {
        size += Math.clamp(segment.fileSize(), 0, elf.content().size());
      }
    }
    return size;
  }

  /** What the symbol table of an unstripped static program tells. */
  private record StaticSymbols(boolean canary, boolean cfi) {
    static final StaticSymbols NONE = new StaticSymbols(false, false);
    private static final int MAX_NAMES = 8 << 20;

    static StaticSymbols of(Elf elf) {
      Optional<Section> names = elf.section(".strtab");
      if (names.isEmpty()
          || names.get().offset() < 0
          || names.get().offset() >= elf.content().size()) {
        return NONE;
      }
      int length = (int) Math.clamp(names.get().size(), 0, MAX_NAMES);
      Block block = elf.content().blockUpTo(names.get().offset(), length);
      String text = block.latin1(0, block.size());
      return new StaticSymbols(text.contains("\0__stack_chk_fail"), text.contains("\0__cfi_"));
    }
  }
}
