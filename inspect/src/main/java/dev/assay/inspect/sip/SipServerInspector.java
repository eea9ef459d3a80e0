package dev.assay.inspect.sip;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.identity.ConfiguredProgram;
import dev.assay.inspect.settings.IniFile;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One component for each Kamailio server. */
public final class SipServerInspector implements Inspector {
  public static final Kind<SipServerFacts> KIND =
      Kind.of("sip-server", SipServerFacts.class, "SIP server");

  private static final int DEBUG = 3;
  private static final Pattern STOCK =
      Pattern.compile("://[^/@]*:(kamailio(rw|ro)?|openser(rw|ro)?)@");
  private static final Pattern SOCKET =
      Pattern.compile("(?:(udp|tcp|tls|sctp):)?(\\[[^\\]]*\\]|[^:\\s]+)(?::(\\d{1,5}))?.*");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return ConfiguredProgram.reads(List.of("kamailio/*.cfg"));
  }

  @Override
  public void inspect(Root root, Findings findings) {
    for (SourceFile file : root.anywhere("kamailio/kamailio.cfg")) {
      if (!file.node().inRoot().contains("/examples/")) {
        describe(root, file, findings);
      }
    }
  }

  private static void describe(Root root, SourceFile file, Findings findings) {
    KamailioConfig config = KamailioConfig.read(root, file);
    Draft draft = findings.component(KIND, file.path(), "Kamailio").artifact(file.path());
    draft.signs(
        RiskSigns.UNKNOWN
            .withExposure(RiskSigns.Exposure.LISTENS, "takes calls from the network")
            .withSurface(config.settings().size(), 1, "its configuration")
            .withMemoryUnsafe(true, "Kamailio is written in C")
            .withParsesInput(true, "parses SIP of anybody"));
    boolean tls = on(config, file, "enable_tls", false, "tls", draft);
    IniFile profile = profile(root, config);
    String method = tls ? TlsMethod.of(config, profile, file, root, draft) : "";
    boolean verifies =
        tls
            && tlsValue(
                    config,
                    profile,
                    file,
                    "verify_certificate",
                    "verify_certificate",
                    "no",
                    "tlsVerifiesClient",
                    draft)
                .matches("(?i)yes|1|on")
            && tlsValue(
                    config,
                    profile,
                    file,
                    "require_certificate",
                    "require_certificate",
                    "no",
                    "tlsVerifiesClient",
                    draft)
                .matches("(?i)yes|1|on");
    draft.facts(
        new SipServerFacts(
            listeners(config, file, draft),
            tls,
            method,
            verifies,
            loads(
                config,
                file,
                "authenticates",
                draft,
                "auth_db",
                "auth_radius",
                "auth_diameter",
                "auth_ephemeral",
                "auth_identity",
                "ims_auth",
                "stirshaken"),
            loads(config, file, "limitsRate", draft, "pike", "ratelimit", "pipelimit"),
            loads(config, file, "checksSyntax", draft, "sanity"),
            loads(config, file, "limitsHops", draft, "maxfwd"),
            loads(config, file, "hidesTopology", draft, "topoh", "topos"),
            loads(
                config,
                file,
                "keepsRecords",
                draft,
                "acc",
                "acc_json",
                "acc_diameter",
                "acc_radius",
                "ims_charging"),
            rpc(config, draft),
            loads(config, file, "rpcByHttp", draft, "xhttp_rpc", "xmlrpc")
                || loads(config, file, "rpcByHttp", draft, "xhttp")
                    && loads(config, file, "rpcByHttp", draft, "jsonrpcs"),
            stock(config, draft),
            on(config, file, "server_signature", true, "announcesSoftware", draft)
                && config.last("server_header").isEmpty(),
            debug(config, file, draft)));
  }

  private static List<Listener> listeners(KamailioConfig config, SourceFile file, Draft draft) {
    List<Listener> found = new ArrayList<>();
    for (Setting each : config.all("listen")) {
      draft.seen("listeners[" + found.size() + "]", each.at());
      found.add(socket(each.value(), "any"));
    }
    if (found.isEmpty()) {
      draft.seen("listeners[0]", file.whole("listen is not set; the default is all addresses"));
      found.add(Listener.of("any", "*", 5060));
    }
    return found;
  }

  private static List<Listener> rpc(KamailioConfig config, Draft draft) {
    List<Listener> found = new ArrayList<>();
    for (String name :
        List.of(
            "ctl.binrpc",
            "ctl.fifo",
            "jsonrpcs.tcp_socket",
            "jsonrpcs.dgram_socket",
            "mi_datagram.socket_name")) {
      for (Setting each : config.all(name)) {
        if (each.value().matches("(tcp|udp):.*")) {
          draft.seen("rpcSockets[" + found.size() + "]", each.at());
          found.add(socket(each.value(), "rpc"));
        }
      }
    }
    return found;
  }

  private static Listener socket(String value, String otherwise) {
    Matcher socket = SOCKET.matcher(value);
    if (!socket.matches()) {
      return Listener.of(otherwise, value, 0);
    }
    String transport = socket.group(1) == null ? otherwise : socket.group(1);
    int port = socket.group(3) == null ? 0 : Integer.parseInt(socket.group(3));
    return Listener.of(transport, socket.group(2), port);
  }

  /** The file that the TLS module reads; without one its parameters count. */
  private static IniFile profile(Root root, KamailioConfig config) {
    return config
        .last("tls.config")
        .flatMap(each -> root.file(each.value()))
        .map(IniFile::read)
        .orElseGet(IniFile::empty);
  }

  private static String tlsValue(
      KamailioConfig config,
      IniFile profile,
      SourceFile file,
      String key,
      String parameter,
      String otherwise,
      String fact,
      Draft draft) {
    Optional<Setting> own = profile.find("server:default." + key);
    Optional<Setting> global = config.last("tls." + parameter);
    Evidence at =
        own.map(Setting::at)
            .or(() -> global.map(Setting::at))
            .orElseGet(() -> file.whole(key + " is not set; the default is " + otherwise));
    draft.seen(fact, at);
    return own.map(Setting::value).or(() -> global.map(Setting::value)).orElse(otherwise);
  }

  private static boolean loads(
      KamailioConfig config, SourceFile file, String fact, Draft draft, String... modules) {
    for (String module : modules) {
      Optional<Evidence> loaded = config.module(module);
      if (loaded.isPresent()) {
        draft.seen(fact, loaded.get());
        return true;
      }
    }
    draft.seen(fact, file.whole("none of these modules is loaded: " + String.join(", ", modules)));
    return false;
  }

  private static boolean stock(KamailioConfig config, Draft draft) {
    List<Setting> stock =
        config.settings().stream().filter(each -> STOCK.matcher(each.value()).find()).toList();
    stock.forEach(each -> draft.seen("databaseStockPassword", each.at()));
    return !stock.isEmpty();
  }

  private static boolean on(
      KamailioConfig config,
      SourceFile file,
      String name,
      boolean otherwise,
      String fact,
      Draft draft) {
    Optional<Setting> setting = config.last(name);
    draft.seen(
        fact,
        setting
            .map(Setting::at)
            .orElseGet(
                () ->
                    file.whole(
                        name + " is not set; the default is " + (otherwise ? "yes" : "no"))));
    return setting.map(each -> each.value().matches("(?i)yes|1|on|true")).orElse(otherwise);
  }

  private static boolean debug(KamailioConfig config, SourceFile file, Draft draft) {
    Optional<Setting> level = config.last("debug");
    draft.seen(
        "debugLogging",
        level.map(Setting::at).orElseGet(() -> file.whole("debug is not set; the default is 0")));
    return level
        .filter(each -> each.value().matches("\\d{1,2}"))
        .filter(each -> Integer.parseInt(each.value()) >= DEBUG)
        .isPresent();
  }
}
