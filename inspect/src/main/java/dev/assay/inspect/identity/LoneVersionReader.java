package dev.assay.inspect.identity;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.elf.DynamicEntry;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfFile;
import dev.assay.formats.elf.Section;
import dev.assay.formats.elf.VersionDefinition;
import dev.assay.inspect.ContentInspector;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
 * are several, none is told. Some libraries name the versions of their symbols after their releases
 * instead; then the newest is it. Others return numbers, which {@link VersionFunction} reads.
 */
public final class LoneVersionReader implements ContentInspector<LoneVersion> {
  private static final String CONSTANTS = ".rodata";
  private static final String SUFFIX = ".so";

  /** Bytes of constants looked at; more than any library of the table has. */
  private static final int MAX_CONSTANTS = 16 << 20;

  /** A text that begins with a number, between a byte that is no text and a NUL. */
  private static final Pattern TEXT = Pattern.compile("(?<![\\t\\n -~])[0-9][ -~]{1,79}(?=\\x00)");

  private static final Set<String> LIBRARIES =
      Stream.concat(
              Stream.of(VersionTexts.lone(), VersionTexts.symbolVersions())
                  .flatMap(table -> table.rows().stream())
                  .flatMap(row -> row.libraries().stream()),
              VersionFunctions.all().stream().flatMap(each -> each.libraries().stream()))
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
    return 3;
  }

  @Override
  public List<String> markers() {
    return LIBRARIES.stream().sorted().toList();
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return type.equals(ElfFile.SHARED_OBJECT) && LIBRARIES.stream().anyMatch(markers::contains);
  }

  @Override
  public Optional<LoneVersion> inspect(Bytes content) {
    Elf elf = Elf.read(content);
    String soname = elf.dynamic().strings(DynamicEntry.SONAME).stream().findFirst().orElse("");
    return VersionTexts.lone()
        .ofSoname(soname)
        .flatMap(row -> only(row, elf))
        .or(() -> VersionTexts.symbolVersions().ofSoname(soname).flatMap(row -> newest(row, elf)))
        .or(() -> told(soname, elf));
  }

  private static Optional<LoneVersion> told(String soname, Elf elf) {
    return VersionFunctions.ofSoname(soname).stream()
        .flatMap(function -> function.version(elf).stream())
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
    Optional<Section> constants = elf.section(CONSTANTS);
    long from = constants.map(Section::offset).orElse(0L);
    long size = constants.map(Section::size).orElse(elf.content().size());
    int length = (int) Math.clamp(size, 0, MAX_CONSTANTS);
    Block block = elf.content().blockUpTo(from, length);
    Matcher texts = TEXT.matcher(block.latin1(0, block.size()));
    Optional<LoneVersion> found = Optional.empty();
    while (texts.find()) {
      String text = texts.group();
      Optional<String> version = row.version(text);
      if (version.isPresent()) {
        if (found.isPresent() && !found.get().version().equals(version.get())) {
          return Optional.empty();
        }
        long offset = from + texts.start();
        found =
            found.or(
                () -> Optional.of(new LoneVersion(row.product(), version.get(), offset, text)));
      }
    }
    return found;
  }
}
