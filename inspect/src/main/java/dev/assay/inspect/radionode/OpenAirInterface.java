package dev.assay.inspect.radionode;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.settings.FlatSettings;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An eNB or gNB of OpenAirInterface. */
final class OpenAirInterface {
  private static final Pattern CORE =
      Pattern.compile("[eg]NBs\\[0\\]\\.(mme|amf)_ip_address\\[0\\]\\.ipv4");
  private static final Pattern LOCAL =
      Pattern.compile(
          "[eg]NBs\\[0\\]\\.NETWORK_INTERFACES\\.[EG]NB_IPV4_ADDRESS_FOR_(S1_MME|S1U|X2C|NG_AMF|NGU|ENDC|X2)");
  private static final Pattern LEVEL = Pattern.compile("log_config\\.[a-z0-9_]+_log_level");
  private static final Pattern MCC =
      Pattern.compile("[eg]NBs\\[0\\]\\.(plmn_list\\[\\d+\\]\\.mcc|mobile_country_code)");

  private final SourceFile file;
  private final FlatSettings settings;

  OpenAirInterface(SourceFile file, FlatSettings settings) {
    this.file = file;
    this.settings = settings;
  }

  static boolean isOne(FlatSettings settings) {
    return settings.has("Active_eNBs") || settings.has("Active_gNBs");
  }

  void describe(Findings findings) {
    boolean fifth = settings.has("Active_gNBs");
    Draft draft =
        findings
            .component(
                RadioNodeInspector.KIND, file.path(), "OpenAirInterface " + (fifth ? "gNB" : "eNB"))
            .artifact(file.path());
    draft.signs(RadioNodeInspector.signs(settings.scalars().size()));
    String core = settings.matching(CORE).stream().findFirst().map(Setting::value).orElse("");
    settings.matching(CORE).forEach(each -> draft.seen("coreAddress", each.at()));
    draft.facts(
        new RadioNodeFacts(
            "OpenAirInterface",
            fifth ? "5G" : "4G",
            algorithms("security.ciphering_algorithms", "ciphering", draft),
            algorithms("security.integrity_algorithms", "integrity", draft),
            answer("security.drb_ciphering", "userCiphering", draft),
            answer("security.drb_integrity", "userIntegrity", draft),
            core,
            listeners(draft),
            List.of(),
            debug(draft),
            0,
            "",
            false,
            test(draft)));
  }

  private List<String> algorithms(String path, String fact, Draft draft) {
    List<Setting> named = settings.all(path);
    named.forEach(each -> draft.seen(fact, each.at()));
    if (named.isEmpty()) {
      draft.unknown(fact, path + " is not set, and the default is the program's");
    }
    return named.stream().map(each -> each.value().toUpperCase(Locale.ROOT)).toList();
  }

  private boolean answer(String path, String fact, Draft draft) {
    Optional<Setting> answer = settings.find(path);
    answer.ifPresentOrElse(
        each -> draft.seen(fact, each.at()),
        () -> draft.unknown(fact, path + " is not set, and the default is the program's"));
    return answer.map(each -> each.value().equalsIgnoreCase("yes")).orElse(false);
  }

  private List<Listener> listeners(Draft draft) {
    List<Listener> listeners = new ArrayList<>();
    for (Setting each : settings.matching(LOCAL)) {
      String path = each.key();
      String name = path.substring(path.indexOf("_FOR_") + 5).toLowerCase(Locale.ROOT);
      draft.seen("listeners[" + listeners.size() + "]", each.at());
      listeners.add(Listener.of(name, each.value().split("/", 2)[0].strip(), 0));
    }
    return listeners;
  }

  private boolean debug(Draft draft) {
    List<Setting> detailed =
        settings.matching(LEVEL).stream()
            .filter(each -> each.value().matches("(?i)debug|trace"))
            .toList();
    detailed.forEach(each -> draft.seen("debugLogging", each.at()));
    return !detailed.isEmpty();
  }

  private boolean test(Draft draft) {
    List<Setting> codes = settings.matching(MCC);
    codes.forEach(each -> draft.seen("testNetwork", each.at()));
    return codes.stream().anyMatch(each -> each.value().matches("0{0,2}1"));
  }
}
