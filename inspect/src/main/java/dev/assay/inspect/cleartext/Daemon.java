package dev.assay.inspect.cleartext;

import dev.assay.inspect.Draft;
import dev.assay.inspect.cleartext.CleartextFacts.Export;
import dev.assay.inspect.cleartext.CleartextFacts.Module;
import dev.assay.inspect.starts.Answer;
import dev.assay.inspect.starts.ShellLine;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A service being read. {@link #facts} makes its record. */
final class Daemon {
  /** Facts that come from arguments or a file, and are unknown where these are. */
  private static final List<String> CONFIGURED =
      List.of(
          "withoutLogin",
          "anonymous",
          "anonymousWrite",
          "localLogins",
          "rootLogin",
          "write",
          "creates",
          "confined",
          "directory",
          "tls",
          "secretOnCommandLine",
          "settings");

  final Root root;
  final Draft draft;
  final String protocol;
  final List<String> arguments;
  final Evidence evidence;
  String server;
  String user = "root";
  List<String> listens = new ArrayList<>();
  boolean withoutLogin;
  final List<String> trustsHosts = new ArrayList<>();
  boolean anonymous;
  boolean anonymousWrite;
  boolean localLogins;
  boolean rootLogin;
  boolean write;
  boolean creates;
  boolean confined;
  String directory = "";
  String tls = "none";
  boolean secretOnCommandLine;
  final Map<String, String> settings = new TreeMap<>();
  List<Module> modules = List.of();
  List<Export> exports = List.of();
  private boolean local;
  private boolean off;

  /**
   * @param evidence what starts it, or its program
   */
  Daemon(
      Root root,
      Draft draft,
      String protocol,
      String server,
      List<String> arguments,
      Evidence evidence) {
    this.root = root;
    this.draft = draft;
    this.protocol = protocol;
    this.server = server;
    this.arguments = arguments;
    this.evidence = evidence;
  }

  /** Says that arguments or configuration could not be read; of no interest where it is off. */
  void unread(String why) {
    if (!off) {
      CONFIGURED.forEach(fact -> draft.unknown(fact, why));
    }
  }

  void unknown(String fact, String why) {
    if (!off) {
      draft.unknown(fact, why);
    }
  }

  /** Says that nothing starts it. */
  void isOff() {
    off = true;
  }

  void seen(Evidence at, String... facts) {
    for (String fact : facts) {
      draft.seen(fact, at);
    }
  }

  /** Takes the service for one that only the device itself reaches. */
  void onlyLocal() {
    local = true;
  }

  boolean certain() {
    return arguments.stream().noneMatch(word -> word.indexOf(ShellLine.UNRESOLVED) >= 0);
  }

  /** Whether an option is given: a letter of its own or among joined ones, or a long name. */
  boolean has(char letter, String name) {
    return arguments.stream()
        .anyMatch(
            word ->
                word.equals(name) || word.matches("-[A-Za-z0-9]+") && word.indexOf(letter, 1) > 0);
  }

  /** The value behind an option, separate or attached; empty where it is not given. */
  String value(String... names) {
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      for (String name : names) {
        if (word.equals(name)) {
          return i + 1 < arguments.size() ? arguments.get(i + 1) : "";
        }
        if (word.startsWith(name + "=")) {
          return word.substring(name.length() + 1);
        }
        if (name.length() == 2 && word.startsWith(name) && !word.startsWith("--")) {
          return word.substring(2);
        }
      }
    }
    return "";
  }

  CleartextFacts facts(String manager, Answer configured, Answer present) {
    Answer enabled = configured.and(present);
    if (enabled == Answer.UNKNOWN) {
      draft.unknown("enabled", "whether it starts is not to be told from the product");
    }
    if (configured == Answer.UNKNOWN) {
      draft.unknown("configured", "what starts it was not seen");
    }
    if (present == Answer.UNKNOWN) {
      draft.unknown("programPresent", "the directory of its program is not in the product");
    }
    seen(evidence, "protocol", "server", "manager", "enabled", "configured", "programPresent");
    seen(evidence, "user", "listens", "localOnly");
    for (String fact : CONFIGURED) {
      seen(evidence, fact);
    }
    boolean loopback =
        !listens.isEmpty()
            && listens.stream()
                .allMatch(each -> each.matches(".*(\\b127\\.|localhost|\\[?::1]?:|:/).*"));
    return new CleartextFacts(
        protocol,
        server,
        manager,
        enabled == Answer.YES,
        configured == Answer.YES,
        present == Answer.YES,
        user,
        List.copyOf(listens),
        local || loopback,
        withoutLogin,
        List.copyOf(trustsHosts),
        anonymous,
        anonymousWrite,
        localLogins,
        rootLogin,
        write,
        creates,
        confined,
        directory,
        tls,
        secretOnCommandLine,
        Collections.unmodifiableSortedMap(new TreeMap<>(settings)),
        modules,
        exports);
  }
}
