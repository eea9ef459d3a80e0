package dev.assay.inspect.mobilecore;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.settings.IniFile;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The EPC of srsRAN 4G; defaults of {@code srsepc/src/main.cc}. */
final class SrsEpc {
  private static final int OTHERS_READ = 0004;
  private static final int S1AP = 36412;
  private static final int GTPU = 2152;

  private final Root root;
  private final SourceFile file;
  private final IniFile ini;

  SrsEpc(Root root, SourceFile file, IniFile ini) {
    this.root = root;
    this.file = file;
    this.ini = ini;
  }

  void describe(Findings findings) {
    Draft draft =
        findings.component(CoreFunctionInspector.KIND, file.path(), "srsEPC").artifact(file.path());
    List<Listener> listeners =
        List.of(
            Listener.of(
                "s1ap", text("mme.mme_bind_addr", "127.0.0.1", "listeners[0]", draft), S1AP),
            Listener.of(
                "gtpu", text("spgw.gtpu_bind_addr", "127.0.0.1", "listeners[1]", draft), GTPU));
    boolean capture = text("pcap.enable", "false", "captures", draft).matches("true|1|yes|on");
    String level = text("log.all_level", "info", "debugLogging", draft);
    draft.signs(
        CoreFunctionInspector.signs(listeners.stream().anyMatch(each -> !each.local()), 20));
    draft.facts(
        new CoreFunctionFacts(
            "srsEPC",
            "mme",
            List.of(upper(text("mme.encryption_algo", "EEA0", "ciphering", draft))),
            List.of(upper(text("mme.integrity_algo", "EIA1", "integrity", draft))),
            listeners,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            level.equalsIgnoreCase("debug"),
            text("mme.mcc", "001", "testNetwork", draft).matches("001|999"),
            List.of(),
            subscribersReadable(draft),
            capture
                ? List.of(ini.find("pcap.filename").map(Setting::value).orElse("/tmp/epc.pcap"))
                : List.of(),
            true,
            ""));
  }

  private boolean subscribersReadable(Draft draft) {
    String named = text("hss.db_file", "user_db.csv", "subscriberFileReadable", draft);
    String folder = file.node().inRoot();
    folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/') + 1) : "";
    Optional<Node> node = root.node(named.startsWith("/") ? named : folder + named);
    node.ifPresent(
        found ->
            draft.seen(
                "subscriberFileReadable",
                found.whole("mode " + Integer.toOctalString(found.mode()))));
    return node.filter(found -> (found.mode() & OTHERS_READ) != 0).isPresent();
  }

  private String text(String key, String otherwise, String fact, Draft draft) {
    Optional<Setting> setting = ini.find(key);
    draft.seen(
        fact,
        setting
            .map(Setting::at)
            .orElseGet(() -> file.whole(key + " is not set; the default is " + otherwise)));
    return setting.map(Setting::value).orElse(otherwise);
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
