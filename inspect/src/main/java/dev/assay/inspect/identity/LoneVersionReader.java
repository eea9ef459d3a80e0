package dev.assay.inspect.identity;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.elf.DynamicEntry;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfFile;
import dev.assay.formats.elf.Section;
import dev.assay.inspect.ContentInspector;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Many libraries return their version from a function and hold it as a text of its own, which
 * nothing beside it tells from others. Where the soname says whose library it is, and just one text
 * among its constants is what that product's versions are like, that is the version; where there
 * are several, none is told.
 */
public final class LoneVersionReader implements ContentInspector<LoneVersion> {
  private static final String CONSTANTS = ".rodata";
  private static final String SUFFIX = ".so";

  /** Bytes of constants looked at; more than any library of the table has. */
  private static final int MAX_CONSTANTS = 16 << 20;

  /** A text that begins with a number, between a byte that is no text and a NUL. */
  private static final Pattern TEXT = Pattern.compile("(?<![\\t\\n -~])[0-9][ -~]{1,79}(?=\\x00)");

  private static final Set<String> LIBRARIES =
      LoneVersions.standard().rows().stream()
          .flatMap(row -> row.libraries().stream())
          .map(library -> library + SUFFIX)
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public Class<LoneVersion> facts() {
    return LoneVersion.class;
  }

  @Override
  public int revision() {
    return 1;
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
    return elf.dynamic().strings(DynamicEntry.SONAME).stream()
        .findFirst()
        .flatMap(LoneVersions.standard()::ofSoname)
        .flatMap(row -> only(row, elf));
  }

  private static Optional<LoneVersion> only(LoneVersions.Row row, Elf elf) {
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
