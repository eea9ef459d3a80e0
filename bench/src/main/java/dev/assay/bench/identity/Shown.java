package dev.assay.bench.identity;

import dev.assay.formats.elf.ElfFile;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Component;
import java.util.List;
import java.util.Set;

/**
 * What the content of a package shows.
 *
 * @param programs whether it holds programs or libraries at all
 * @param software products recognised in it
 * @param notes packages that its programs say they were built for
 */
record Shown(
    DebianPackage where, boolean programs, List<Component> software, List<Component> notes) {
  private static final Set<String> PROGRAMS = Set.of(ElfFile.PROGRAM, ElfFile.SHARED_OBJECT);

  /** Reads the package with one worker: there are as many packages at a time as processors. */
  static Shown by(DebianPackage where) {
    Inspection inspection =
        Inspection.of(
            List.of(new Source.OnHost("deb", where.file())), Limits.DEFAULT, 1, Progress.SILENT);
    return new Shown(
        where,
        inspection.artifacts().stream().anyMatch(a -> PROGRAMS.contains(a.type())),
        components(inspection, "software", "pkg:"),
        components(inspection, "dependency", "pkg:deb/"));
  }

  private static List<Component> components(Inspection inspection, String kind, String purl) {
    return inspection.components().stream()
        .map(described -> described.component())
        .filter(component -> component.kind().equals(kind))
        .filter(component -> component.purl().startsWith(purl))
        .toList();
  }

  /** Whether its programs name its own source package, in its own version. */
  boolean isNoted() {
    return notes.stream()
        .anyMatch(
            note ->
                note.name().endsWith("/" + where.source())
                    && where.isVersion(DebianPackage.upstream(note.version())));
  }
}
