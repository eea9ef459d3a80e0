package dev.assay.inspect.ecosystem.note;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.elf.DynamicEntry;
import dev.assay.formats.elf.Elf;
import dev.assay.formats.elf.ElfFile;
import dev.assay.formats.elf.ElfNote;
import dev.assay.formats.elf.Section;
import dev.assay.formats.json.Json;
import dev.assay.inspect.ContentInspector;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the package notes of programs and libraries. */
public final class PackageNotesInspector implements ContentInspector<PackageNotesFacts> {
  private static final String SECTION = ".note.package";
  private static final String OWNER = "FDO";
  private static final long TYPE = 0xCAFE1A7EL;

  /** GNU's: its soname and the package that holds it. */
  private static final String C_LIBRARY = "libc.so.6";

  private static final String C_LIBRARY_PACKAGE = "glibc";

  /** Notes of one file; real ones have one of each library whose objects are linked in. */
  private static final int MAX_NOTES = 256;

  private static final int MAX_TEXT = 400;

  @Override
  public Class<PackageNotesFacts> facts() {
    return PackageNotesFacts.class;
  }

  @Override
  public int revision() {
    return 2;
  }

  @Override
  public List<String> markers() {
    return List.of(SECTION);
  }

  @Override
  public boolean wants(String type, Bytes content, Set<String> markers) {
    return markers.contains(SECTION) && ElfFile.isLinked(type);
  }

  @Override
  public Optional<PackageNotesFacts> inspect(Bytes content) {
    Elf elf = Elf.read(content);
    Optional<Section> section = elf.section(SECTION);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Set<PackageNote> notes = new LinkedHashSet<>();
    Set<NoteFailure> failures = new LinkedHashSet<>();
    for (ElfNote each : ElfNote.of(elf)) {
      if (!each.owner().equals(OWNER) || each.type() != TYPE) {
        continue;
      }
      if (notes.size() + failures.size() >= MAX_NOTES) {
        failures.add(new NoteFailure(section.get().offset(), "more than " + MAX_NOTES + " notes"));
        break;
      }
      read(each, notes, failures);
    }
    if (notes.isEmpty() && failures.isEmpty()) {
      failures.add(
          new NoteFailure(
              section.get().offset(),
              "expected a note of a package in " + SECTION + "; none that is whole is loaded"));
    }
    return Optional.of(new PackageNotesFacts(held(elf, notes), List.copyOf(failures)));
  }

  /**
   * The start-up code of the C library, which builds of some distributions mark, is in every
   * program; one that loads the library holds no more of it.
   */
  private static List<PackageNote> held(Elf elf, Set<PackageNote> notes) {
    boolean loads = elf.dynamic().strings(DynamicEntry.NEEDED).contains(C_LIBRARY);
    boolean ofOthers = notes.stream().anyMatch(note -> !note.name().equals(C_LIBRARY_PACKAGE));
    return notes.stream()
        .filter(note -> !loads || !ofOthers || !note.name().equals(C_LIBRARY_PACKAGE))
        .toList();
  }

  private static void read(ElfNote note, Set<PackageNote> notes, Set<NoteFailure> failures) {
    byte[] body = note.body().bytes(0, note.body().size());
    try {
      Json json = Json.parse(text(body).getBytes(StandardCharsets.UTF_8));
      notes.add(
          new PackageNote(
              text(json, "type"),
              PackageNote.system(text(json, "os"), text(json, "osCpe")),
              named(text(json, "name")),
              text(json, "version"),
              note.at()));
    } catch (Malformed damaged) {
      failures.add(new NoteFailure(note.at(), damaged.problem().message()));
    }
  }

  /** Without the NULs that end and pad it. */
  private static String text(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private static String text(Json json, String key) {
    Json value = json.get(key);
    if (!(value instanceof Json.Text(String text)) || text.length() > MAX_TEXT) {
      throw new Malformed(
          "elf.package-note", -1, "expected a text of up to " + MAX_TEXT + " characters as " + key);
    }
    return text;
  }

  private static String named(String name) {
    if (name.isBlank()) {
      throw new Malformed("elf.package-note", -1, "expected the name of a package; found none");
    }
    return name;
  }
}
