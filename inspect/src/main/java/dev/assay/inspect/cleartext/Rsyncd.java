package dev.assay.inspect.cleartext;

import dev.assay.inspect.cleartext.CleartextFacts.Module;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * rsyncd.conf(5): {@code [module]} sections of {@code key = value}; what stands before is global.
 */
final class Rsyncd {
  private static final int MAX_MODULES = 500;
  private static final int MAX_DEPTH = 4;
  private static final int MAX_READS = 200;
  private static final int MAX_SETTINGS = 500;

  private final Daemon daemon;
  private final Map<String, String> globals = new TreeMap<>();
  private final List<Module> modules = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private Map<String, String> current = globals;
  private int reads;
  private String name = "";
  private Optional<Evidence> at = Optional.empty();

  private Rsyncd(Daemon daemon) {
    this.daemon = daemon;
  }

  static void read(Daemon daemon) {
    String named = daemon.value("--config");
    Optional<SourceFile> file = daemon.root.file(named.isEmpty() ? "etc/rsyncd.conf" : named);
    if (file.isEmpty()) {
      daemon.unread("its configuration is not in the product");
      daemon.unknown("modules", "its configuration is not in the product");
      return;
    }
    daemon.draft.artifact(file.get().path());
    Rsyncd reader = new Rsyncd(daemon);
    reader.read(file.get(), 0);
    reader.end();
    daemon.modules = List.copyOf(reader.modules);
    daemon.seen(file.get().whole(reader.modules.size() + " modules"), "modules");
    daemon.write = reader.modules.stream().anyMatch(Module::writable);
    daemon.anonymous = reader.modules.stream().anyMatch(module -> !module.authenticated());
    daemon.anonymousWrite =
        reader.modules.stream().anyMatch(module -> module.writable() && !module.authenticated());
    String address = daemon.value("--address");
    String bound = address.isEmpty() ? reader.globals.getOrDefault("address", "") : address;
    if (daemon.listens.isEmpty() && !bound.isEmpty()) {
      daemon.listens.add("tcp:" + bound + ":" + reader.globals.getOrDefault("port", "873"));
    }
  }

  private void read(SourceFile file, int depth) {
    if (depth > MAX_DEPTH || reads++ >= MAX_READS) {
      unread("more than " + MAX_READS + " files or " + MAX_DEPTH + " levels are included");
      return;
    }
    if (!open.add(file.node().inRoot())) {
      return;
    }
    for (Line line : file.lines()) {
      String text = line.text().strip();
      int equals = text.indexOf('=');
      if (text.startsWith("[") && text.endsWith("]")) {
        end();
        String section = text.substring(1, text.length() - 1).strip();
        boolean global = section.equalsIgnoreCase("global");
        name = global ? "" : section;
        current = global ? globals : new TreeMap<>();
        at = global ? Optional.empty() : Optional.of(file.at(line));
      } else if (text.startsWith("&include") || text.startsWith("&merge")) {
        String target = text.replaceFirst("^&\\w+\\s*", "");
        daemon.root.files(target + "/*").forEach(each -> read(each, depth + 1));
        daemon.root.file(target).ifPresent(each -> read(each, depth + 1));
      } else if (equals > 0 && !text.startsWith("#") && !text.startsWith(";")) {
        if (current.size() < MAX_SETTINGS) {
          current.put(key(text.substring(0, equals)), text.substring(equals + 1).strip());
        } else {
          unread("more than " + MAX_SETTINGS + " settings in one module");
        }
      }
    }
    open.remove(file.node().inRoot());
  }

  private void unread(String why) {
    daemon.unread(why);
    daemon.unknown("modules", why);
  }

  /** Keys ignore case, and blanks within them. */
  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }

  private String text(String key, String otherwise) {
    return current.getOrDefault(key, globals.getOrDefault(key, otherwise));
  }

  private boolean yes(String key, String otherwise) {
    return text(key, otherwise).toLowerCase(Locale.ROOT).matches("yes|true|1");
  }

  /** Takes the module that was being read. */
  private void end() {
    if (name.isEmpty() || at.isEmpty()) {
      return;
    }
    if (modules.size() >= MAX_MODULES) {
      unread("more than " + MAX_MODULES + " modules");
      return;
    }
    String secrets = text("secretsfile", "");
    boolean readable =
        !secrets.isEmpty()
            && daemon.root.node(secrets).filter(node -> (node.mode() & 4) != 0).isPresent();
    boolean denied = text("hostsdeny", "").matches("\\*|ALL|0\\.0\\.0\\.0/0");
    daemon.seen(at.get(), "modules[" + modules.size() + "]");
    modules.add(
        new Module(
            name,
            text("path", ""),
            !yes("readonly", "yes"),
            !text("authusers", "").isEmpty() && !secrets.isEmpty(),
            !text("hostsallow", "").matches("|\\*|0\\.0\\.0\\.0/0") || denied,
            !text("usechroot", "yes").toLowerCase(Locale.ROOT).matches("no|false|0"),
            text("uid", "nobody"),
            yes("list", "yes"),
            readable));
    name = "";
  }
}
