package dev.assay.inspect.mobilecore;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.settings.FlatSettings;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One function of Open5GS, named by its file. */
final class Open5gs {
  private static final int OTHERS_READ = 0004;
  private static final List<String> INTERFACES =
      List.of("s1ap", "ngap", "gtpc", "gtpu", "pfcp", "sbi", "metrics");

  private final Root root;
  private final SourceFile file;
  private final FlatSettings settings;
  private final String function;

  Open5gs(Root root, SourceFile file, FlatSettings settings) {
    this.root = root;
    this.file = file;
    this.settings = settings;
    String name = file.node().name();
    this.function =
        name.substring(0, name.length() - ".yaml".length()).replaceFirst("(?<!\\d)\\d+$", "");
  }

  void describe(Findings findings) {
    Draft draft =
        findings
            .component(CoreFunctionInspector.KIND, file.path(), "Open5GS " + function)
            .artifact(file.path());
    List<Listener> listeners = listeners(draft);
    if (!settings.whole()) {
      for (String fact : List.of("ciphering", "integrity", "listeners", "serviceTls")) {
        draft.unknown(fact, "the file is not YAML that could be read whole");
      }
    }
    Database database = new Database(settings.find("db_uri"), draft);
    boolean sbi = listeners.stream().anyMatch(each -> each.name().equals("sbi"));
    draft.signs(
        CoreFunctionInspector.signs(
            listeners.stream().anyMatch(each -> !each.local()), settings.scalars().size()));
    draft.facts(
        new CoreFunctionFacts(
            "Open5GS",
            function,
            algorithms("ciphering_order", "ciphering", draft),
            algorithms("integrity_order", "integrity", draft),
            listeners,
            sbi,
            tls("server", "serviceTls", draft),
            verifies(draft),
            tls("client", "clientTls", draft),
            database.present(),
            database.remote(),
            database.login(),
            database.tls(),
            debug(draft),
            test(draft),
            homeKeys(draft),
            false,
            List.of(),
            !function.equals("mme") || equipment(draft),
            function.equals("smf") ? userIntegrity(draft) : ""));
  }

  private List<String> algorithms(String order, String fact, Draft draft) {
    List<Setting> named = settings.all(function + ".security." + order);
    named.forEach(each -> draft.seen(fact, each.at()));
    return named.stream().map(each -> each.value().toUpperCase(Locale.ROOT)).toList();
  }

  /** {@code X.server[n].address} since version 2.7, {@code X[n].addr} before. */
  private List<Listener> listeners(Draft draft) {
    List<Listener> found = new ArrayList<>();
    for (String name : INTERFACES) {
      String base = Pattern.quote(function + "." + name);
      List<Setting> addresses =
          settings.matching(
              Pattern.compile(
                  base + "(\\.server)?(\\[\\d+\\])?\\.(addr|address|name|dev)(\\[\\d+\\])?"));
      for (Setting each : addresses) {
        boolean device = each.key().endsWith(".dev");
        draft.seen("listeners[" + found.size() + "]", each.at());
        found.add(
            Listener.of(name, device ? "interface " + each.value() : each.value(), port(each)));
      }
      Optional<Setting> empty = settings.find(function + "." + name);
      if (addresses.isEmpty() && empty.filter(each -> each.value().isEmpty()).isPresent()) {
        draft.seen("listeners[" + found.size() + "]", empty.get().at());
        found.add(Listener.of(name, "*", 0));
      }
    }
    return List.copyOf(found);
  }

  private int port(Setting address) {
    String entry = address.key().replaceFirst("\\.(addr|address|name|dev)(\\[\\d+\\])?$", "");
    return settings
        .find(entry + ".port")
        .map(Setting::value)
        .filter(text -> text.matches("\\d{1,5}"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  /** {@code default.tls.SIDE.scheme: https}, or a key beside every address of the interface. */
  private boolean tls(String side, String fact, Draft draft) {
    Optional<Setting> scheme = settings.find("default.tls." + side + ".scheme");
    if (scheme.isPresent()) {
      draft.seen(fact, scheme.get().at());
      return scheme.get().value().equals("https");
    }
    if (side.equals("server")) {
      List<Setting> own =
          settings.matching(
              Pattern.compile(
                  Pattern.quote(function)
                      + "\\.sbi(\\.server)?(\\[\\d+\\])?\\.(tls\\.key|private_key)"));
      own.forEach(each -> draft.seen(fact, each.at()));
      if (!own.isEmpty()) {
        return true;
      }
    }
    draft.seen(fact, file.whole("default.tls." + side + ".scheme is not set; the default is http"));
    return false;
  }

  private boolean verifies(Draft draft) {
    Optional<Setting> verify = settings.find("default.tls.server.verify_client");
    draft.seen(
        "serviceVerifiesClient",
        verify
            .map(Setting::at)
            .orElseGet(
                () ->
                    file.whole(
                        "default.tls.server.verify_client is not set; the default is false")));
    return verify.map(each -> each.value().equalsIgnoreCase("true")).orElse(false);
  }

  private boolean debug(Draft draft) {
    Optional<Setting> level = settings.find("logger.level");
    level.ifPresent(each -> draft.seen("debugLogging", each.at()));
    return level.filter(each -> each.value().matches("(?i)debug|trace")).isPresent();
  }

  private boolean test(Draft draft) {
    List<Setting> codes =
        settings.matching(Pattern.compile(Pattern.quote(function) + "\\..*\\.mcc"));
    codes.forEach(each -> draft.seen("testNetwork", each.at()));
    return codes.stream().anyMatch(each -> each.value().matches("001|1|999"));
  }

  private List<String> homeKeys(Draft draft) {
    List<String> readable = new ArrayList<>();
    for (Setting key :
        settings.matching(Pattern.compile(Pattern.quote(function) + "\\.hnet\\[\\d+\\]\\.key"))) {
      Optional<Node> node = root.node(key.value());
      if (node.filter(found -> (found.mode() & OTHERS_READ) != 0).isPresent()) {
        draft.seen(
            "homeKeysReadable[" + readable.size() + "]",
            node.get().whole("mode " + Integer.toOctalString(node.get().mode())));
        readable.add(node.get().inRoot());
      }
    }
    return List.copyOf(readable);
  }

  /** The security indication of the SMF, TS 38.413 §9.3.1.27; without it the gNB decides alone. */
  private String userIntegrity(Draft draft) {
    Optional<Setting> told =
        settings.find("smf.security_indication.integrity_protection_indication");
    draft.seen(
        "userIntegrity",
        told.map(Setting::at)
            .orElseGet(
                () ->
                    file.whole(
                        "smf.security_indication is not set; by default base stations are told"
                            + " nothing")));
    return told.map(each -> each.value().toLowerCase(Locale.ROOT)).orElse("");
  }

  private boolean equipment(Draft draft) {
    Optional<Setting> enabled = settings.find("mme.eir.enabled");
    draft.seen(
        "checksEquipment",
        enabled
            .map(Setting::at)
            .orElseGet(() -> file.whole("mme.eir.enabled is not set; the default is false")));
    return enabled.map(each -> each.value().equalsIgnoreCase("true")).orElse(false);
  }
}
