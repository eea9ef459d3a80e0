package dev.assay.inspect.netconf;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.settings.Effective;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** ConfD, confd.conf(5), with the users and access rules its data base is filled with at first. */
final class Confd {
  static final List<String> READS = List.of("confd.conf", "aaa_init.xml");

  private static final String TOP = "confdConfig.";

  private final SourceFile file;
  private final Effective values;
  private final Draft draft;

  private Confd(SourceFile file, Data config, Draft draft) {
    this.file = file;
    this.draft = draft;
    this.values = new Effective(draft, file.path(), key -> config.last(TOP + key));
  }

  static void report(Root root, Findings findings) {
    List<SourceFile> data = root.anywhere("aaa_init.xml");
    for (SourceFile file : root.anywhere("confd.conf")) {
      Data config = Data.of(List.of(file));
      if (config.has("confdConfig")) {
        Draft draft = findings.component(NetconfInspector.KIND, file.path(), "ConfD");
        new Confd(file, config, draft).describe(data);
      }
    }
  }

  private void describe(List<SourceFile> data) {
    Data users = Data.of(data);
    String where = data.isEmpty() ? file.path() : data.getFirst().path();
    if (data.isEmpty()) {
      String why = "no aaa_init.xml is there, and the data base itself is not read";
      Nacm.doubt(draft, why);
      Stream.of("passwordUsers", "openUsers", "plainPasswords")
          .forEach(fact -> draft.unknown(fact, why));
    }
    Nacm nacm = Nacm.of(users, where, draft);
    Users known = Users.of(users, List.of("aaa.authentication.users.user"), draft);
    List<Listener> listeners = listeners();
    List<Node> all = Stream.concat(Stream.of(file), data.stream()).map(SourceFile::node).toList();
    draft.signs(NetconfInspector.signs(listeners.stream().anyMatch(each -> !each.local())));
    draft.facts(
        new NetconfServerFacts(
            "ConfD",
            listeners,
            known.password(),
            known.open(),
            known.plain(),
            algorithms("ciphers", "encryption"),
            algorithms("macs", "mac"),
            algorithms("keyExchanges", "kex"),
            algorithms("hostKeys", "serverHostKey"),
            List.of(),
            true,
            idle(),
            sessions(),
            nacm.on(),
            nacm.read(),
            nacm.write(),
            nacm.exec(),
            nacm.everybodyMay(),
            values.yes("ipcChecked", "confdIpcAccessCheck.enabled", false),
            values.yes("traced", "logs.netconfTraceLog.enabled", false),
            values.yes("audited", "logs.auditLog.enabled", true),
            Loose.readable("readableFiles", secret(data), draft),
            Loose.writable("writableFiles", all, draft)));
  }

  private List<Listener> listeners() {
    List<Listener> found = new ArrayList<>();
    if (values.yes("listeners", "netconf.enabled", true)) {
      add(found, "ssh", "netconf.transport.ssh", true, "0.0.0.0", 2022);
      add(found, "tcp", "netconf.transport.tcp", false, "127.0.0.1", 2023);
    }
    if (values.yes("listeners", "webui.enabled", false)) {
      add(found, "web", "webui.transport.tcp", true, "0.0.0.0", 8008);
    }
    String address = values.text("listeners", "confdIpcAddress.ip", "127.0.0.1");
    found.add(Listener.of("ipc", address, port("confdIpcAddress.port", 4565)));
    return List.copyOf(found);
  }

  private void add(
      List<Listener> into, String name, String path, boolean on, String address, int port) {
    if (values.yes("listeners", path + ".enabled", on)) {
      String at = values.text("listeners", path + ".ip", address);
      into.add(Listener.of(name, at, port(path + ".port", port)));
    }
  }

  private int port(String key, int otherwise) {
    long port = values.number("listeners", key, otherwise);
    return port >= 0 && port <= 65_535 ? (int) port : otherwise;
  }

  /** Names with commas between them. */
  private List<String> algorithms(String fact, String name) {
    String listed = values.text(fact, "ssh.algorithms." + name, "");
    return Arrays.stream(listed.split("[\\s,]+")).filter(each -> !each.isEmpty()).toList();
  }

  /** A duration of XML Schema: {@code PT30M}; zero for ever. */
  private long idle() {
    String text = values.text("idleSeconds", "netconf.idleTimeout", "PT0S");
    try {
      return Duration.parse(text).toSeconds();
    } catch (DateTimeParseException e) {
      draft.unknown("idleSeconds", "idleTimeout is not a duration of hours, minutes and seconds");
      return 0;
    }
  }

  private long sessions() {
    String limit = values.word("maxSessions", "sessionLimits.maxSessions", "unlimited");
    return limit.equals("unlimited")
        ? 0
        : values.number("maxSessions", "sessionLimits.maxSessions", 0);
  }

  private List<Node> secret(List<SourceFile> data) {
    return Stream.concat(Stream.of(file), data.stream())
        .filter(
            each ->
                each.text().contains("<password>") || each.text().contains("<encryptedStrings>"))
        .map(SourceFile::node)
        .toList();
  }
}
