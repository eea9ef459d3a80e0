package dev.assay.inspect.identity;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.elf.DynamicEntry;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfFile;
import dev.assay.formats.elf.Section;
import dev.assay.formats.elf.VersionDefinition;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.Subject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Many libraries return their version from a function and hold it as a text of its own, which
 * nothing beside it tells from others. Where the soname says whose library it is, and just one text
 * among its constants is what that product's versions are like, that is the version; where there
 * are several, none is told. Programs are known in the same way by a text that only they hold. Some
 * libraries name the versions of their symbols after their releases instead; then the newest is it.
 * Others return numbers, which {@link VersionFunction} reads, or export them ({@link
 * VersionVariables}).
 */
public final class LoneVersionReader implements ContentInspector<LoneVersion> {
  /** Where constants are; a pointer's target may be in the second. */
  private static final List<String> CONSTANTS = List.of(".rodata", ".data");

  private static final String SUFFIX = ".so";

  /** Bytes of a program or its constants looked at; more than any of the tables has. */
  private static final int MAX_SIZE = 16 << 20;

  /** A text that begins with a number, between a byte that is no text and a NUL. */
  private static final Pattern TEXT =
      Pattern.compile("(?<![\\t\\n -~])v?[0-9][ -~]{1,79}(?=\\x00)");

  /**
   * The same where a constant before it ends in what reads like a character: the sign and exponent
   * of a small number of 32 or 64 bits, or of 2^31 or 2^63, which code needs that makes whole
   * numbers without a sign of others.
   */
  private static final Pattern BEHIND_A_NUMBER =
      Pattern.compile("(?<=(?<![\\t\\n -~])[=>?@ACO_])v?[0-9][ -~]{1,79}(?=\\x00)");

  private static final Set<String> PROGRAMS =
      VersionTexts.programs().rows().stream()
          .flatMap(row -> row.libraries().stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> LIBRARIES =
      Stream.concat(
              Stream.of(VersionTexts.lone(), VersionTexts.symbolVersions())
                  .flatMap(table -> table.rows().stream())
                  .flatMap(row -> row.libraries().stream()),
              Stream.concat(
                  VersionFunctions.all().stream().flatMap(each -> each.libraries().stream()),
                  VersionVariables.all().stream().flatMap(each -> each.libraries().stream())))
          .map(library -> library + SUFFIX)
          .collect(Collectors.toUnmodifiableSet());

  /** Of versions that are numbers between dots. */
  private static final Comparator<String> NUMBERS =
      (one, other) -> Arrays.compare(numbers(one), numbers(other));

  @Override
  public Class<LoneVersion> facts() {
    return LoneVersion.class;
  }

  @Override
  public int revision() {
    return 7;
  }

  @Override
  public List<String> markers() {
    return Stream.concat(LIBRARIES.stream(), PROGRAMS.stream()).sorted().toList();
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return type.equals(ElfFile.SHARED_OBJECT) && LIBRARIES.stream().anyMatch(markers::contains)
        || ElfFile.isLinked(type) && PROGRAMS.stream().anyMatch(markers::contains);
  }

  @Override
  public Optional<LoneVersion> inspect(Bytes content) {
    return inspect(content, PROGRAMS);
  }

  @Override
  public Optional<LoneVersion> inspect(Subject subject) {
    return inspect(subject.bytes(), subject.markers());
  }

  private static Optional<LoneVersion> inspect(Bytes content, Set<String> markers) {
    Elf elf = Elf.read(content);
    String soname = elf.dynamic().strings(DynamicEntry.SONAME).stream().findFirst().orElse("");
    return VersionTexts.lone()
        .ofSoname(soname)
        .flatMap(row -> only(row, elf))
        .or(() -> VersionTexts.symbolVersions().ofSoname(soname).flatMap(row -> newest(row, elf)))
        .or(() -> told(soname, elf))
        .or(() -> ofProgram(elf, markers));
  }

  /** Markers occur in either case; the program is searched for few of them, and as they are. */
  private static Optional<LoneVersion> ofProgram(Elf elf, Set<String> markers) {
    List<VersionTexts.Row> rows =
        VersionTexts.programs().rows().stream()
            .filter(row -> row.libraries().stream().anyMatch(markers::contains))
            .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Block block = elf.content().blockUpTo(0, (int) Math.clamp(elf.content().size(), 0, MAX_SIZE));
    String whole = block.latin1(0, block.size());
    return rows.stream()
        .filter(row -> row.libraries().stream().anyMatch(whole::contains))
        .flatMap(row -> only(row, elf).stream())
        .findFirst();
  }

  private static Optional<LoneVersion> told(String soname, Elf elf) {
    return Stream.concat(
            VersionFunctions.ofSoname(soname).stream()
                .flatMap(function -> function.version(elf).stream()),
            VersionVariables.ofSoname(soname).stream()
                .flatMap(variables -> variables.version(elf).stream()))
        .findFirst();
  }

  /** A library defines a version of its symbols for each of its releases, old ones included. */
  private static Optional<LoneVersion> newest(VersionTexts.Row row, Elf elf) {
    return VersionDefinition.of(elf).stream()
        .flatMap(
            each ->
                row
                    .version(each.name())
                    .map(version -> new LoneVersion(row.product(), version, each.at(), each.name()))
                    .stream())
        .max(Comparator.comparing(LoneVersion::version, NUMBERS));
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }

  private static Optional<LoneVersion> only(VersionTexts.Row row, Elf elf) {
    return Stream.of(TEXT, BEHIND_A_NUMBER)
        .map(texts -> told(row, texts, elf))
        .filter(told -> !told.isEmpty())
        .findFirst()
        .filter(told -> told.size() == 1)
        .map(List::getFirst);
  }

  private static List<LoneVersion> told(VersionTexts.Row row, Pattern texts, Elf elf) {
    List<Section> constants =
        CONSTANTS.stream().flatMap(name -> elf.section(name).stream()).toList();
    return constants.isEmpty()
        ? told(row, texts, elf.content(), 0, elf.content().size())
        : constants.stream()
            .map(each -> told(row, texts, elf.content(), each.offset(), each.size()))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse(List.of());
  }

  /** The versions that texts between two places tell, each once. */
  private static List<LoneVersion> told(
      VersionTexts.Row row, Pattern texts, Bytes content, long from, long size) {
    Block block = content.blockUpTo(from, (int) Math.clamp(size, 0, MAX_SIZE));
    Map<String, LoneVersion> told = new LinkedHashMap<>();
    Matcher found = texts.matcher(block.latin1(0, block.size()));
    while (found.find()) {
      String text = found.group();
      long offset = from + found.start();
      row.version(text)
          .ifPresent(
              version ->
                  told.putIfAbsent(version, new LoneVersion(row.product(), version, offset, text)));
    }
    return List.copyOf(told.values());
  }
}
