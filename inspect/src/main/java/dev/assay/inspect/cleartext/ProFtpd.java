package dev.assay.inspect.cleartext;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** proftpd.conf: {@code Directive arguments}, in blocks {@code <Name arguments> … </Name>}. */
final class ProFtpd {
  private static final List<String> PLACES =
      List.of("etc/proftpd/proftpd.conf", "etc/proftpd.conf");
  private static final int MAX_DEPTH = 8;
  private static final int MAX_READS = 200;
  private static final int MAX_BLOCKS = 32;

  private final Daemon daemon;
  private final Deque<String> blocks = new ArrayDeque<>();
  private final Set<String> open = new HashSet<>();
  private int reads;
  private boolean writeDenied;
  private boolean writeAllowed;
  private boolean tls;
  private boolean tlsRequired;

  private ProFtpd(Daemon daemon) {
    this.daemon = daemon;
  }

  static void read(Daemon daemon) {
    String named = daemon.value("-c", "--config");
    Stream<String> paths = named.isEmpty() ? PLACES.stream() : Stream.of(named);
    Optional<SourceFile> file = paths.flatMap(path -> daemon.root.file(path).stream()).findFirst();
    if (file.isEmpty()) {
      daemon.unread("its configuration is not in the product");
      return;
    }
    daemon.draft.artifact(file.get().path());
    // Accounts log in, may write where the system lets them, and see everything, unless told else.
    daemon.localLogins = true;
    daemon.write = true;
    daemon.creates = true;
    ProFtpd reader = new ProFtpd(daemon);
    reader.read(file.get(), 0);
    daemon.anonymousWrite = daemon.anonymous && (reader.writeAllowed || !reader.writeDenied);
    daemon.tls = reader.tls ? reader.tlsRequired ? "required" : "offered" : "none";
  }

  private void read(SourceFile file, int depth) {
    if (depth > MAX_DEPTH || reads++ >= MAX_READS) {
      daemon.unread("more than " + MAX_READS + " files or " + MAX_DEPTH + " levels are included");
      return;
    }
    if (!open.add(file.node().inRoot())) {
      return;
    }
    for (Line line : file.lines()) {
      String text = line.text().strip();
      if (text.startsWith("</")) {
        if (!blocks.isEmpty()) {
          blocks.pop();
        }
      } else if (text.startsWith("<")) {
        if (blocks.size() >= MAX_BLOCKS) {
          daemon.unread("blocks nested deeper than " + MAX_BLOCKS);
        } else {
          blocks.push(text.substring(0, Math.min(text.length(), 100)).toLowerCase(Locale.ROOT));
        }
        if (in("<anonymous")) {
          daemon.anonymous = true;
          daemon.seen(file.at(line), "anonymous", "anonymousWrite");
        }
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        directive(text.split("\\s+"), file, line, depth);
      }
    }
    open.remove(file.node().inRoot());
  }

  private boolean in(String block) {
    return blocks.stream().anyMatch(each -> each.startsWith(block));
  }

  private void directive(String[] words, SourceFile file, Line line, int depth) {
    String value = words.length > 1 ? words[1].toLowerCase(Locale.ROOT) : "";
    switch (words[0].toLowerCase(Locale.ROOT)) {
      case "include" -> {
        if (words.length > 1) {
          include(words[1], depth);
        }
      }
      case "defaultroot" -> {
        daemon.confined |= !in("<anonymous");
        daemon.seen(file.at(line), "confined");
      }
      case "rootlogin" -> {
        daemon.rootLogin = isOn(value);
        daemon.seen(file.at(line), "rootLogin");
      }
      case "tlsengine" -> {
        tls = isOn(value);
        daemon.seen(file.at(line), "tls");
      }
      case "tlsrequired" -> {
        // `ctrl`, `auth+data` and others protect the password at least.
        tlsRequired = !value.equals("off") && !value.equals("data");
        daemon.seen(file.at(line), "tls");
      }
      case "denyall" -> {
        if (in("<anonymous") && in("<limit write")) {
          writeDenied = true;
          daemon.seen(file.at(line), "anonymousWrite");
        }
      }
      case "allowall" -> {
        if (in("<anonymous") && (in("<limit stor") || in("<limit write"))) {
          writeAllowed = true;
          daemon.seen(file.at(line), "anonymousWrite");
        }
      }
      case "defaultaddress" -> {
        if (daemon.listens.isEmpty() && !value.isEmpty()) {
          daemon.listens.add("tcp:" + value + ":21");
        }
      }
      default -> {
        // Not about who may do what.
      }
    }
  }

  private void include(String target, int depth) {
    boolean folder = target.endsWith("/") || daemon.root.isDirectory(target);
    String pattern = folder ? target.replaceFirst("(?<!/)/+$", "") + "/*" : target;
    daemon.root.files(pattern).forEach(file -> read(file, depth + 1));
  }

  private static boolean isOn(String value) {
    return Set.of("on", "yes", "true", "1").contains(value);
  }
}
