package dev.assay.inspect.netconf;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.settings.Effective;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** netopeer2-server, set by what sysrepo starts with or by the files that are imported at first. */
final class Netopeer {
  static final List<String> READS =
      List.of(
          "etc/sysrepo/data/ietf-netconf-server.startup",
          "etc/sysrepo/data/ietf-netconf-acm.startup",
          "etc/sysrepo/data/ietf-keystore.startup",
          "etc/netopeer2/*.xml",
          "etc/netopeer2/*.json",
          "usr/share/netopeer2/*.xml",
          "usr/share/netopeer2/*.json");

  private static final List<String> PROGRAMS =
      List.of("usr/bin/netopeer2-server", "usr/sbin/netopeer2-server");

  /** Since RFC 9644's later drafts, and before. */
  private static final List<String> ENDPOINTS =
      List.of("netconf-server.listen.endpoints.endpoint", "netconf-server.listen.endpoint");

  /** Of more TLS endpoints the rest is not looked at. */
  private static final int MOST_ENDPOINTS = 500;

  private static final Pattern VERSION = Pattern.compile("(?:.*:)?tls-?(\\d)\\.?(\\d)");

  private final Root root;

  Netopeer(Root root) {
    this.root = root;
  }

  void report(Findings findings) {
    List<SourceFile> files = READS.stream().flatMap(path -> root.files(path).stream()).toList();
    List<SourceFile> readable = files.stream().filter(Data::isReadable).toList();
    Data data = Data.of(readable);
    boolean server = data.has("netconf-server");
    Optional<Node> program =
        PROGRAMS.stream().flatMap(path -> root.node(path).stream()).findFirst();
    Optional<String> where =
        files.stream().map(SourceFile::path).findFirst().or(() -> program.map(Node::path));
    if (where.isPresent() && (server || program.isPresent())) {
      describe(findings, where.get(), data, server, files);
    }
  }

  private void describe(
      Findings findings, String where, Data data, boolean server, List<SourceFile> files) {
    Draft draft = findings.component(NetconfInspector.KIND, where, "netopeer2");
    files.forEach(file -> draft.artifact(file.node()));
    String why = "its data is not there, or in sysrepo's binary form, which is not read";
    if (!server) {
      Stream.of(
              "listeners",
              "passwordUsers",
              "openUsers",
              "plainPasswords",
              "ciphers",
              "macs",
              "keyExchanges",
              "hostKeys",
              "tlsVersions",
              "clientsVerified",
              "idleSeconds")
          .forEach(fact -> draft.unknown(fact, why));
    }
    if (!data.has("nacm") && files.stream().anyMatch(file -> !Data.isReadable(file))) {
      Nacm.doubt(draft, why);
    }
    Effective values =
        new Effective(draft, where, key -> data.last("netconf-server.listen." + key));
    Users users =
        Users.of(data, at(".ssh.ssh-server-parameters.client-authentication.users.user"), draft);
    Nacm nacm = Nacm.of(data, where, draft);
    List<Listener> listeners = listeners(data, draft);
    draft.signs(NetconfInspector.signs(listeners.stream().anyMatch(each -> !each.local())));
    draft.facts(
        new NetconfServerFacts(
            "netopeer2",
            listeners,
            users.password(),
            users.open(),
            users.plain(),
            algorithms(data, "ciphers", "encryption.encryption-alg", draft),
            algorithms(data, "macs", "mac.mac-alg", draft),
            algorithms(data, "keyExchanges", "key-exchange.key-exchange-alg", draft),
            algorithms(data, "hostKeys", "host-key.host-key-alg", draft),
            versions(data, draft),
            verified(data, draft),
            values.number("idleSeconds", "idle-timeout", 180),
            0,
            nacm.on(),
            nacm.read(),
            nacm.write(),
            nacm.exec(),
            nacm.everybodyMay(),
            true,
            false,
            true,
            Loose.readable("readableFiles", secret(files), draft),
            Loose.writable("writableFiles", files.stream().map(SourceFile::node).toList(), draft)));
  }

  private static List<String> at(String below) {
    return ENDPOINTS.stream().map(endpoint -> endpoint + below).toList();
  }

  private static List<Listener> listeners(Data data, Draft draft) {
    List<Listener> found = new ArrayList<>();
    for (String protocol : List.of("ssh", "tls")) {
      List<Setting> addresses =
          Stream.of("", ".local-bind")
              .flatMap(bind -> at("." + protocol + ".tcp-server-parameters" + bind).stream())
              .flatMap(path -> data.all(path + ".local-address").stream())
              .toList();
      for (Setting each : addresses) {
        int port =
            data.beside(each, "local-port")
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .orElse(protocol.equals("ssh") ? 830 : 6513);
        draft.seen("listeners[" + found.size() + "]", each.at());
        found.add(Listener.of(protocol, each.value(), port));
      }
    }
    return List.copyOf(found);
  }

  /** The leaves were called {@code …-alg} in drafts and by netopeer2. */
  private static List<String> algorithms(Data data, String fact, String leaf, Draft draft) {
    return at(".ssh.ssh-server-parameters.transport-params." + leaf).stream()
        .flatMap(path -> Stream.of(path, path + "orithm"))
        .flatMap(path -> data.names(fact, path, draft).stream())
        .toList();
  }

  private static List<String> versions(Data data, Draft draft) {
    List<String> versions = new ArrayList<>();
    for (String leaf : List.of("tls-version", "min")) {
      for (String path : at(".tls.tls-server-parameters.hello-params.tls-versions." + leaf)) {
        for (Setting each : data.all(path)) {
          Matcher version = VERSION.matcher(each.value());
          if (version.matches()) {
            draft.seen("tlsVersions[" + versions.size() + "]", each.at());
            versions.add(version.group(1) + "." + version.group(2));
          }
        }
      }
    }
    return List.copyOf(versions);
  }

  private static boolean verified(Data data, Draft draft) {
    boolean all = true;
    for (String path : at(".tls.tls-server-parameters")) {
      List<String> endpoints = data.elements(path);
      if (endpoints.size() > MOST_ENDPOINTS) {
        draft.unknown("clientsVerified", "more than " + MOST_ENDPOINTS + " endpoints");
      }
      for (String endpoint : endpoints.stream().limit(MOST_ENDPOINTS).toList()) {
        String client = endpoint + ".client-authentication.";
        boolean checked = data.has(client + "ca-certs") || data.has(client + "ee-certs");
        data.under(endpoint).ifPresent(each -> draft.seen("clientsVerified", each.at()));
        all &= checked;
      }
    }
    return all;
  }

  /** Files with keys or passwords; of those that are not read, the key store. */
  private static List<Node> secret(List<SourceFile> files) {
    return files.stream()
        .filter(
            file ->
                Data.isReadable(file)
                    ? file.text().contains("private-key\"")
                        || file.text().contains("private-key>")
                        || file.text().contains("password")
                    : file.node().name().startsWith("ietf-keystore"))
        .map(SourceFile::node)
        .toList();
  }
}
