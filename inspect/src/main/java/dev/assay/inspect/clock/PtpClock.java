package dev.assay.inspect.clock;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Effective;
import dev.assay.inspect.settings.Lines;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ptp4l.conf}, ptp4l(8); sections of ports may set what {@code [global]} sets. */
final class PtpClock {
  static final List<String> READS =
      List.of("etc/linuxptp/ptp4l.conf", "etc/ptp4l.conf", "etc/linuxptp/*.conf");

  private PtpClock() {}

  static void report(Root root, Findings findings) {
    Stream.of("etc/linuxptp/ptp4l.conf", "etc/ptp4l.conf")
        .flatMap(path -> root.file(path).stream())
        .forEach(file -> report(root, file, findings));
  }

  private static void report(Root root, SourceFile file, Findings findings) {
    Draft draft = findings.component(ClockInspector.PTP, file.path(), "ptp4l");
    Map<String, Setting> own = new LinkedHashMap<>();
    Lines.words(file).forEach(each -> own.put(each.key().toLowerCase(Locale.ROOT), each));
    Effective values =
        new Effective(
            draft, file.path(), key -> Optional.ofNullable(own.get(key.toLowerCase(Locale.ROOT))));
    boolean client = values.yes("clientOnly", "clientOnly", false);
    boolean slave = values.yes("clientOnly", "slaveOnly", false);
    boolean server = values.yes("serverOnly", "serverOnly", false);
    boolean master = values.yes("serverOnly", "masterOnly", false);
    String associations = values.text("authenticates", "sa_file", "");
    boolean keyed = values.number("authenticates", "spp", -1) >= 0;
    List<Node> keys =
        associations.isEmpty() ? List.of() : root.node(associations).stream().toList();
    draft
        .signs(ClockInspector.signs("ptp4l", true))
        .facts(
            new PtpClockFacts(
                values.number("domain", "domainNumber", 0),
                values.word("transport", "network_transport", "udpv4"),
                client || slave,
                server || master,
                !associations.isEmpty() && keyed,
                !values.text("takesUnauthenticated", "allow_unauth", "0").equals("0"),
                values.number("hops", "udp_ttl", 1),
                values.number("frequencyGuard", "sanity_freq_limit", 200_000_000) > 0,
                !values.yes("checksSource", "ignore_source_id", false),
                Loose.readable("readableKeys", keys, draft),
                Loose.writable("writableFiles", List.of(file.node()), draft)));
  }
}
