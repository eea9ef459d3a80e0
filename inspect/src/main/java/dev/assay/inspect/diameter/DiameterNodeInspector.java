package dev.assay.inspect.diameter;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.diameter.DiameterNodeFacts.Peer;
import dev.assay.inspect.diameter.Statements.Statement;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Kind;
import dev.assay.model.RiskSigns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One component for each freeDiameter configuration. */
public final class DiameterNodeInspector implements Inspector {
  public static final Kind<DiameterNodeFacts> KIND =
      Kind.of("diameter-node", DiameterNodeFacts.class, "Diameter node");

  private static final int OTHERS_READ = 0004;
  private static final int PLAIN = 3868;
  private static final int SECURE = 5868;
  private static final int DH_BITS = 1024;

  /** Words of a GnuTLS priority string that turn on what RFC 8996 and RFC 9325 forbid. */
  private static final Pattern WEAK =
      Pattern.compile(
          "(?i)(^|[:+])(LEGACY|EXPORT|VERS-SSL3\\.0|VERS-TLS1\\.[01]|VERS-ALL|NULL|ARCFOUR-\\w+|3DES-CBC|MD5|ANON-\\w+|SIGN-RSA-MD5|SIGN-RSA-SHA1)(:|$)");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return List.of("freeDiameter/*.conf", "etc/freeDiameter.conf");
  }

  @Override
  public void inspect(Root root, Findings findings) {
    for (String pattern : reads()) {
      for (SourceFile file : root.anywhere(pattern)) {
        Statements statements = Statements.read(file);
        if (statements.last("identity").isPresent() || statements.last("connectpeer").isPresent()) {
          new DiameterNodeInspector.Description(root, file, statements).describe(findings);
        }
      }
    }
  }

  private record Description(Root root, SourceFile file, Statements statements) {
    void describe(Findings findings) {
      String identity = statements.last("identity").map(Statement::value).orElse("");
      Draft draft =
          findings
              .component(KIND, file.path(), identity.isEmpty() ? "freeDiameter" : identity)
              .artifact(file.path());
      boolean dhFile = present("tls_dh_file", "dhBits", "TLS_DH_File is not set", draft);
      String priority = text("tls_prio", "NORMAL", "priority", draft);
      text("tls_prio", "NORMAL", "weakPriority", draft);
      List<Peer> peers = peers(draft);
      draft.signs(
          RiskSigns.UNKNOWN
              .withExposure(RiskSigns.Exposure.LISTENS, "takes connections of other Diameter nodes")
              .withSurface(statements.all().size(), 1, "its configuration")
              .withMemoryUnsafe(true, "freeDiameter is written in C")
              .withParsesInput(true, "parses messages of peers")
              .withPrivilege(RiskSigns.Privilege.FULL, "carries subscribers' keys and policies"));
      draft.facts(
          new DiameterNodeFacts(
              identity,
              listeners(draft),
              present("tls_cred", "certificate", "TLS_Cred is not set", draft),
              present("tls_ca", "authority", "TLS_CA is not set", draft),
              present("tls_crl", "revocation", "TLS_CRL is not set", draft),
              keyReadable(draft),
              priority,
              WEAK.matcher(priority).find(),
              dhFile ? 0 : number("tls_dh_bits", DH_BITS, "dhBits", draft),
              !present("norelay", "relays", "NoRelay is not set; messages are passed on", draft),
              present("tls_old_method", "oldTlsMethod", "TLS_old_method is not set", draft),
              extension("acl_wl", "screensPeers", draft),
              extension("dbg_msg_dumps", "dumpsMessages", draft)
                  || extension("dbg_monitor", "dumpsMessages", draft),
              peers));
    }

    private List<Listener> listeners(Draft draft) {
      int plain = number("port", PLAIN, "listeners[0]", draft);
      int secure = number("secport", SECURE, "listeners[1]", draft);
      List<String> addresses = statements.named("listenon").map(Statement::value).toList();
      List<Listener> listeners = new ArrayList<>();
      for (String address : addresses.isEmpty() ? List.of("*") : addresses) {
        if (plain != 0) {
          listeners.add(Listener.of("plain", address, plain));
        }
        if (secure != 0) {
          listeners.add(Listener.of("tls", address, secure));
        }
      }
      return listeners;
    }

    private List<Peer> peers(Draft draft) {
      List<Peer> peers = new ArrayList<>();
      for (Statement each : statements.named("connectpeer").toList()) {
        draft.seen("peers[" + peers.size() + "]", file.at(each.line()));
        List<String> to = each.options("connectto").map(Statement::value).toList();
        peers.add(
            new Peer(
                each.value(),
                each.options("no_tls").findAny().isEmpty(),
                !to.isEmpty() && to.stream().allMatch(Listener::isLocal)));
      }
      return peers;
    }

    private boolean keyReadable(Draft draft) {
      Optional<String> named =
          statements
              .last("tls_cred")
              .map(Statement::values)
              .filter(values -> !values.isEmpty())
              .map(List::getLast);
      Optional<Node> key =
          named.flatMap(
              path -> root.node(path.startsWith("/") ? path : "etc/freeDiameter/" + path));
      key.ifPresent(
          found ->
              draft.seen(
                  "keyReadable", found.whole("mode " + Integer.toOctalString(found.mode()))));
      return key.filter(found -> (found.mode() & OTHERS_READ) != 0).isPresent();
    }

    private boolean extension(String name, String fact, Draft draft) {
      Optional<Statement> loaded =
          statements
              .named("loadextension")
              .filter(each -> each.value().endsWith(name + ".fdx"))
              .findFirst();
      loaded.ifPresent(each -> draft.seen(fact, file.at(each.line())));
      return loaded.isPresent();
    }

    private boolean present(String name, String fact, String otherwise, Draft draft) {
      Optional<Statement> found = statements.last(name);
      draft.seen(
          fact, found.map(each -> file.at(each.line())).orElseGet(() -> file.whole(otherwise)));
      return found.isPresent();
    }

    private String text(String name, String otherwise, String fact, Draft draft) {
      present(name, fact, name + " is not set; the default is " + otherwise, draft);
      return statements.last(name).map(Statement::value).orElse(otherwise);
    }

    private int number(String name, int otherwise, String fact, Draft draft) {
      String text = text(name, String.valueOf(otherwise), fact, draft);
      return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
  }
}
