package dev.assay.inspect.mounts;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code etc/fstab}. */
public final class MountTableInspector implements Inspector {
  public static final Kind<MountTableFacts> KIND =
      Kind.of("mount-table", MountTableFacts.class, "Mount table");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of("etc/fstab");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    root.file("etc/fstab").ifPresent(file -> describe(file, findings));
  }

  private static void describe(SourceFile file, Findings findings) {
    Draft draft = findings.component(KIND, file.path(), "fstab");
    List<MountTableFacts.Entry> entries = new ArrayList<>();
    for (Line line : file.lines()) {
      for (MountTableFacts.Entry entry : MountLine.of(line.text()).stream().toList()) {
        // The entry itself is shown rather than the line, for its options are masked.
        String excerpt =
            String.join(
                " ", entry.device(), entry.path(), entry.type(), String.join(",", entry.options()));
        draft.seen(
            "entries[" + entries.size() + "]",
            Evidence.line(file.path(), line.number(), cut(excerpt)));
        entries.add(entry);
      }
    }
    draft
        .seen("entries", file.whole(entries.size() + " file systems"))
        .signs(
            RiskSigns.UNKNOWN
                .withExposure(RiskSigns.Exposure.NONE, "read at start")
                .withSurface(entries.size(), entries.size(), entries.size() + " file systems")
                .withMemoryUnsafe(false, "configuration")
                .withParsesInput(false, "configuration")
                .withPrivilege(
                    RiskSigns.Privilege.FULL,
                    "decides what programs and devices file systems may bring"))
        .facts(new MountTableFacts(entries));
  }

  private static String cut(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
