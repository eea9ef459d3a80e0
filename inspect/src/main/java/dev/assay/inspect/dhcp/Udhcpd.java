package dev.assay.inspect.dhcp;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Effective;
import dev.assay.inspect.settings.Lines;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code udhcpd.conf} of BusyBox 1.36 (networking/udhcp/dhcpd.c holds the defaults). */
final class Udhcpd {
  static final List<String> READS = List.of("etc/udhcpd.conf", "etc/udhcpd.*.conf");

  private Udhcpd() {}

  static void report(Root root, Findings findings) {
    for (String path : READS) {
      root.files(path).forEach(file -> describe(file, findings));
    }
  }

  private static void describe(SourceFile file, Findings findings) {
    Draft draft = findings.component(DhcpServerInspector.KIND, file.path(), "udhcpd");
    List<Setting> settings = Lines.words(file);
    Map<String, Setting> last = Lines.last(settings);
    Effective values = new Effective(draft, file.path(), key -> Optional.ofNullable(last.get(key)));
    String notify = values.text("hooks", "notify_file", "");
    DhcpServerInspector.signed(draft)
        .facts(
            new DhcpServerFacts(
                "udhcpd",
                values.text("everywhere", "interface", "eth0").isEmpty(),
                true,
                true,
                false,
                true,
                false,
                true,
                true,
                notify.isEmpty() ? List.of() : List.of(notify),
                false,
                lease(settings, file, draft),
                false,
                List.of(),
                Loose.writable("writableFiles", List.of(file.node()), draft)));
  }

  /** {@code option lease SECONDS}; without it ten days. */
  private static long lease(List<Setting> settings, SourceFile file, Draft draft) {
    for (Setting each : settings) {
      String[] words = each.value().split("\\s+");
      boolean lease = each.key().matches("opt(ion)?") && words[0].equals("lease");
      if (lease && words.length > 1 && words[1].matches("\\d{1,10}")) {
        draft.seen("longestLease", each.at());
        return Long.parseLong(words[1]);
      }
    }
    draft.seen("longestLease", file.whole("no option lease; the default 864000 holds"));
    return 864_000;
  }
}
