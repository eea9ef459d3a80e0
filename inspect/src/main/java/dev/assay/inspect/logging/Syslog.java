package dev.assay.inspect.logging;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.logging.RsyslogReader.Statement;
import dev.assay.inspect.logging.SyslogFacts.Forward;
import dev.assay.inspect.logging.SyslogFacts.Input;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code rsyslog.conf} with what it includes. */
final class Syslog {
  static final List<String> READS =
      List.of("etc/rsyslog.conf", "etc/rsyslog.d/*.conf", "etc/rsyslog.d/*");

  private static final int MAX_FILES = 500;

  /** {@code @host}, {@code @@(o,z9)host:port}. */
  private static final Pattern REMOTE =
      Pattern.compile("(@@?)(?:\\([^)]*\\))?(\\[[^\\]]*\\]|[^:;\\s]+)(?::([0-9]+))?.*");

  private static final Pattern RELP = Pattern.compile(":omrelp:([^:;\\s]+)(?::([0-9]+))?.*");

  private final Draft draft;
  private final Map<String, String> old = new TreeMap<>();
  private final List<String> modules = new ArrayList<>();
  private final List<Input> inputs = new ArrayList<>();
  private final List<String> senders = new ArrayList<>();
  private final List<Forward> forwards = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final Map<String, Map<String, String>> moduleParameters = new TreeMap<>();
  private boolean logins;
  private boolean execution;

  private Syslog(Draft draft) {
    this.draft = draft;
  }

  static void report(Root root, LogRotation rotation, Findings findings) {
    Optional<SourceFile> main = root.file("etc/rsyslog.conf");
    if (main.isEmpty()) {
      return;
    }
    RsyslogReader reader = new RsyslogReader(root);
    reader.read(main.get());
    Draft draft = findings.component(LoggingInspector.SYSLOG, main.get().path(), "rsyslog");
    List<SourceFile> files = reader.included.files();
    files.stream().map(SourceFile::path).distinct().forEach(draft::artifact);
    reader
        .included
        .doubt()
        .ifPresent(
            why ->
                List.of(
                        "modules",
                        "inputs",
                        "senders",
                        "forwards",
                        "files",
                        "unrotated",
                        "keepsLogins")
                    .forEach(fact -> draft.unknown(fact, why)));
    Syslog syslog = new Syslog(draft);
    // Network drivers and module parameters hold for what stands before them, too.
    reader.statements.forEach(syslog::settings);
    reader.statements.forEach(syslog::take);
    Evidence whole = main.get().whole(reader.statements.size() + " statements");
    for (String fact :
        List.of(
            "modules",
            "inputs",
            "senders",
            "forwards",
            "files",
            "fileMode",
            "keepsLogins",
            "execution",
            "stripsControl")) {
      draft.seen(fact, whole);
    }
    List<String> unrotated = syslog.files.stream().filter(each -> !rotation.covers(each)).toList();
    draft.seen("unrotated", main.get().whole("not named in logrotate's files: " + unrotated));
    draft
        .signs(LoggingInspector.signs("takes and forwards messages", files.size()))
        .facts(
            new SyslogFacts(
                List.copyOf(syslog.modules),
                List.copyOf(syslog.inputs),
                List.copyOf(syslog.senders),
                List.copyOf(syslog.forwards),
                List.copyOf(syslog.files),
                unrotated,
                syslog.mode(),
                syslog.logins,
                syslog.execution,
                !syslog.old.getOrDefault("escapecontrolcharactersonreceive", "on").equals("off"),
                Loose.writable(
                    "writableFiles", files.stream().map(SourceFile::node).toList(), draft)));
  }

  private void settings(Statement statement) {
    if (statement.kind().equals("directive")) {
      old.put(statement.selector(), statement.value().toLowerCase(Locale.ROOT));
      if (statement.selector().equals("filecreatemode")) {
        draft.seen("fileMode", statement.at());
      }
    } else if (statement.kind().equals("module")) {
      moduleParameters.put(statement.parameter("load"), statement.parameters());
      if (!statement.parameter("filecreatemode").isEmpty()) {
        draft.seen("fileMode", statement.at());
        old.put("filecreatemode", statement.parameter("filecreatemode"));
      }
    } else if (statement.kind().equals("global")) {
      statement.parameters().forEach((key, value) -> old.put("global." + key, value));
    }
  }

  private void take(Statement statement) {
    switch (statement.kind()) {
      case "directive" -> directive(statement);
      case "rule" -> rule(statement.selector(), statement.value(), statement.at());
      case "module" -> module(statement.parameter("load"), statement.at());
      case "input" -> input(statement);
      case "action" -> action(statement);
      default -> {}
    }
  }

  private void directive(Statement statement) {
    String value = statement.value();
    switch (statement.selector()) {
      case "modload" -> module(value.replaceFirst("\\.so$", ""), statement.at());
      case "udpserverrun" ->
          input(
              new Input("udp", value, old.getOrDefault("udpserveraddress", ""), false, false),
              statement.at());
      case "inputtcpserverrun" -> {
        boolean tls = old.getOrDefault("inputtcpserverstreamdrivermode", "0").equals("1");
        boolean known =
            old.getOrDefault("inputtcpserverstreamdriverauthmode", "").startsWith("x509/");
        input(new Input("tcp", value, "", tls, tls && known), statement.at());
      }
      case "inputrelpserverrun" ->
          input(new Input("relp", value, "", false, false), statement.at());
      case "allowedsender" -> {
        draft.seen("senders[" + senders.size() + "]", statement.at());
        senders.add(value);
      }
      default -> {}
    }
  }

  private void module(String name, Evidence at) {
    draft.seen("modules[" + modules.size() + "]", at);
    modules.add(name.substring(name.lastIndexOf('/') + 1));
  }

  private void input(Input input, Evidence at) {
    draft.seen("inputs[" + inputs.size() + "]", at);
    inputs.add(input);
  }

  private void input(Statement statement) {
    String type = statement.parameter("type");
    Map<String, String> module = moduleParameters.getOrDefault(type, Map.of());
    switch (type) {
      case "imudp" ->
          input(
              new Input(
                  "udp", statement.parameter("port"), statement.parameter("address"), false, false),
              statement.at());
      case "imtcp", "imptcp" -> {
        String mode = either(statement, module, "streamdriver.mode");
        String auth = either(statement, module, "streamdriver.authmode");
        boolean tls = mode.equals("1");
        input(
            new Input(
                "tcp",
                statement.parameter("port"),
                statement.parameter("address"),
                tls,
                tls && auth.startsWith("x509/")),
            statement.at());
      }
      case "imrelp" -> {
        boolean tls = statement.parameter("tls").equalsIgnoreCase("on");
        String auth = statement.parameter("tls.authmode");
        input(
            new Input(
                "relp",
                statement.parameter("port"),
                statement.parameter("address"),
                tls,
                tls && !auth.isEmpty()),
            statement.at());
      }
      default -> {}
    }
  }

  private static String either(Statement statement, Map<String, String> module, String name) {
    String own = statement.parameter(name);
    return own.isEmpty() ? module.getOrDefault(name, "") : own;
  }

  private void action(Statement statement) {
    String queue = statement.parameter("queue.type") + statement.parameter("queue.filename");
    boolean queued = !statement.parameter("queue.filename").isEmpty() && !queue.isEmpty();
    switch (statement.parameter("type")) {
      case "omfwd" -> {
        boolean tls =
            statement.parameter("streamdrivermode").equals("1")
                || statement.parameter("streamdriver.mode").equals("1");
        String auth =
            statement.parameter("streamdriverauthmode")
                + statement.parameter("streamdriver.authmode");
        String protocol = statement.parameter("protocol").toLowerCase(Locale.ROOT);
        String port = statement.parameter("port");
        forward(
            new Forward(
                statement.parameter("target"),
                protocol.isEmpty() ? "udp" : protocol,
                port.isEmpty() ? "514" : port,
                tls,
                tls && auth.startsWith("x509/"),
                queued),
            statement.at());
        logins |= takesLogins(statement.selector());
      }
      case "omrelp" -> {
        boolean tls = statement.parameter("tls").equalsIgnoreCase("on");
        boolean known = !statement.parameter("tls.authmode").isEmpty();
        forward(
            new Forward(
                statement.parameter("target"),
                "relp",
                statement.parameter("port"),
                tls,
                tls && known,
                queued),
            statement.at());
        logins |= takesLogins(statement.selector());
      }
      case "omfile" -> file(statement.selector(), statement.parameter("file"), statement.at());
      case "omprog" -> {
        draft.seen("execution", statement.at());
        execution = true;
      }
      default -> {}
    }
  }

  private void rule(String selector, String action, Evidence at) {
    Matcher remote = REMOTE.matcher(action);
    Matcher relp = RELP.matcher(action);
    if (remote.matches()) {
      boolean tcp = remote.group(1).equals("@@");
      boolean tls = tcp && old.getOrDefault("actionsendstreamdrivermode", "0").equals("1");
      boolean known = old.getOrDefault("actionsendstreamdriverauthmode", "").startsWith("x509/");
      String port = remote.group(3) == null ? "514" : remote.group(3);
      boolean queued = old.containsKey("actionqueuefilename");
      forward(
          new Forward(remote.group(2), tcp ? "tcp" : "udp", port, tls, tls && known, queued), at);
      logins |= takesLogins(selector);
    } else if (relp.matches()) {
      forward(
          new Forward(
              relp.group(1),
              "relp",
              relp.group(2) == null ? "514" : relp.group(2),
              false,
              false,
              old.containsKey("actionqueuefilename")),
          at);
      logins |= takesLogins(selector);
    } else if (action.startsWith("^")) {
      draft.seen("execution", at);
      execution = true;
    } else if (action.startsWith("/") || action.startsWith("-/")) {
      file(selector, action.replaceFirst("^-", "").replaceFirst(";.*$", ""), at);
    }
  }

  private void file(String selector, String path, Evidence at) {
    if (files.size() >= MAX_FILES) {
      List.of("files", "unrotated", "keepsLogins")
          .forEach(fact -> draft.unknown(fact, "more than " + MAX_FILES + " files"));
    } else if (path.startsWith("/") && !path.startsWith("/dev/")) {
      draft.seen("files[" + files.size() + "]", at);
      files.add(path);
      logins |= takesLogins(selector);
    }
  }

  private void forward(Forward forward, Evidence at) {
    draft.seen("forwards[" + forwards.size() + "]", at);
    forwards.add(forward);
  }

  /** Whether a selector takes messages of auth and authpriv. */
  private static boolean takesLogins(String selector) {
    boolean takes = selector.startsWith(":");
    for (String part : selector.split(";")) {
      int dot = part.lastIndexOf('.');
      String facilities = dot < 0 ? part : part.substring(0, dot);
      boolean named = List.of(facilities.split(",")).contains("authpriv") || facilities.equals("*");
      if (named) {
        takes = dot < 0 || !part.substring(dot + 1).equals("none");
      }
    }
    return takes;
  }

  private int mode() {
    String text = old.getOrDefault("filecreatemode", "0644");
    String mask = old.getOrDefault("umask", "0");
    return text.matches("[0-7]{3,5}") && mask.matches("[0-7]{1,5}")
        ? Integer.parseInt(text, 8) & ~Integer.parseInt(mask, 8)
        : 0644;
  }
}
