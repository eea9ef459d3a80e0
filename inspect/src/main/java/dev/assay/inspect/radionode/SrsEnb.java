package dev.assay.inspect.radionode;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.settings.IniFile;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The eNB of srsRAN 4G; defaults of {@code srsenb/src/main.cc}. */
final class SrsEnb {
  private static final int LTE_DEFAULT_S1AP = 36412;
  private static final int GTPU = 2152;

  private final SourceFile file;
  private final IniFile ini;

  SrsEnb(SourceFile file, IniFile ini) {
    this.file = file;
    this.ini = ini;
  }

  void describe(Findings findings) {
    Draft draft =
        findings
            .component(RadioNodeInspector.KIND, file.path(), "srsRAN 4G eNB")
            .artifact(file.path());
    List<String> captures = new ArrayList<>();
    capture("pcap", "enable", "filename", "/tmp/enb_mac.pcap", draft).ifPresent(captures::add);
    capture("pcap", "s1ap_enable", "s1ap_filename", "/tmp/enb_s1ap.pcap", draft)
        .ifPresent(captures::add);
    draft.signs(RadioNodeInspector.signs(20));
    draft.facts(
        new RadioNodeFacts(
            "srsRAN 4G",
            "4G",
            algorithms("expert.eea_pref_list", "EEA0, EEA2, EEA1", "ciphering", draft),
            algorithms("expert.eia_pref_list", "EIA2, EIA1, EIA0", "integrity", draft),
            true,
            false,
            text("enb.mme_addr", "127.0.0.1", "coreAddress", draft),
            List.of(
                Listener.of(
                    "s1ap",
                    text("enb.s1c_bind_addr", "192.168.3.1", "listeners[0]", draft),
                    LTE_DEFAULT_S1AP),
                Listener.of(
                    "gtpu", text("enb.gtp_bind_addr", "192.168.3.1", "listeners[1]", draft), GTPU)),
            captures,
            debug(draft),
            number(text("log.all_hex_limit", "32", "payloadLogged", draft)),
            text("log.filename", "/tmp/ue.log", "logFile", draft),
            text("rf.device_name", "", "simulatedRadio", draft)
                .toLowerCase(Locale.ROOT)
                .equals("zmq"),
            text("enb.mcc", "001", "testNetwork", draft).equals("001")));
  }

  private List<String> algorithms(String key, String otherwise, String fact, Draft draft) {
    return Stream.of(text(key, otherwise, fact, draft).split("[,\\s]+"))
        .filter(name -> !name.isEmpty())
        .map(name -> name.toUpperCase(Locale.ROOT))
        .toList();
  }

  private Optional<String> capture(
      String section, String enable, String name, String otherwise, Draft draft) {
    boolean on = text(section + "." + enable, "false", "captures", draft).matches("true|1|yes|on");
    return on
        ? Optional.of(ini.find(section + "." + name).map(Setting::value).orElse(otherwise))
        : Optional.empty();
  }

  private boolean debug(Draft draft) {
    boolean debug = false;
    for (String layer :
        List.of("all", "phy", "mac", "rlc", "pdcp", "rrc", "gtpu", "s1ap", "stack", "nas")) {
      Optional<Setting> level = ini.find("log." + layer + "_level");
      if (level.isPresent()) {
        draft.seen("debugLogging", level.get().at());
        debug |= level.get().value().equalsIgnoreCase("debug");
      }
    }
    return debug;
  }

  private String text(String key, String otherwise, String fact, Draft draft) {
    Optional<Setting> setting = ini.find(key);
    draft.seen(
        fact,
        setting
            .map(Setting::at)
            .orElseGet(() -> file.whole(key + " is not set; the default is " + quoted(otherwise))));
    return setting.map(Setting::value).orElse(otherwise);
  }

  private static String quoted(String value) {
    return value.isEmpty() ? "empty" : value;
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }
}
