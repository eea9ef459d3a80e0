package dev.assay.inspect.update;

import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where package managers take packages from: apt, sources.list(5), and opkg. */
final class PackageSources {
  static final List<String> READS =
      List.of(
          "etc/apt/sources.list",
          "etc/apt/sources.list.d/*.list",
          "etc/apt/sources.list.d/*.sources",
          "etc/apt/apt.conf",
          "etc/apt/apt.conf.d/*",
          "etc/opkg.conf",
          "etc/opkg/*.conf");

  private static final int LONGEST_LINE = 2_000;

  private static final Pattern DEB =
      Pattern.compile("deb(?:-src)?\\s+(?:\\[([^\\]]*)\\]\\s+)?(\\S+)\\s+.*");
  private static final Pattern FEED = Pattern.compile("src(?:/gz)?\\s+\\S+\\s+(\\S+).*");

  private final Root root;
  private final Findings findings;

  PackageSources(Root root, Findings findings) {
    this.root = root;
    this.findings = findings;
  }

  void report() {
    apt();
    opkg();
  }

  private static Setting at(SourceFile file, Line line, String value) {
    return new Setting("", "", value, file.at(line));
  }

  private void apt() {
    List<SourceFile> lists = new ArrayList<>(root.files("etc/apt/sources.list.d/*.list"));
    root.file("etc/apt/sources.list").ifPresent(lists::addFirst);
    List<SourceFile> stanzas = root.files("etc/apt/sources.list.d/*.sources");
    List<SourceFile> options = new ArrayList<>(root.files("etc/apt/apt.conf.d/*"));
    root.file("etc/apt/apt.conf").ifPresent(options::add);
    List<SourceFile> all = new ArrayList<>(lists);
    all.addAll(stanzas);
    if (all.isEmpty()) {
      return;
    }
    all.addAll(options);
    Client client = new Client(root, "apt", all, findings);
    client.signed = true;
    for (SourceFile file : lists) {
      for (Line line : file.lines()) {
        if (isTooLong(file, line)) {
          continue;
        }
        Matcher entry = DEB.matcher(line.text().strip());
        if (entry.matches()) {
          String brackets = entry.group(1) == null ? "" : entry.group(1).toLowerCase(Locale.ROOT);
          boolean unsigned = brackets.matches(".*\\b(trusted|allow-insecure)\\s*=\\s*yes.*");
          client.signed &= !unsigned;
          client.source(entry.group(2), !unsigned, at(file, line, entry.group(2)));
        }
      }
    }
    stanzas.forEach(file -> stanza(file, client));
    options.forEach(file -> options(file, client));
    client.report();
  }

  private static boolean isTooLong(SourceFile file, Line line) {
    String text = line.text().strip();
    boolean tooLong = text.length() >= LONGEST_LINE && !text.startsWith("#");
    if (tooLong) {
      file.cut("a line longer than " + LONGEST_LINE + " characters");
    }
    return tooLong;
  }

  private static void stanza(SourceFile file, Client client) {
    boolean unsigned =
        file.lines().stream()
            .anyMatch(line -> line.text().matches("(?i)(trusted|allow-insecure)\\s*:\\s*yes\\s*"));
    client.signed &= !unsigned;
    for (Line line : file.lines()) {
      if (line.text().matches("(?i)uris\\s*:.*")) {
        for (String url : line.text().replaceFirst("^[^:]*:", "").strip().split("\\s+")) {
          client.source(url, !unsigned, at(file, line, url));
        }
      }
    }
  }

  private static void options(SourceFile file, Client client) {
    for (Line line : file.lines()) {
      String text = line.text().strip().toLowerCase(Locale.ROOT);
      if (text.matches(
              ".*(allowunauthenticated|allowinsecurerepositories|allow-insecure)\\s+\"?(true|yes|1)\"?.*")
          && !text.startsWith("//")
          && !text.startsWith("#")) {
        client.draft.seen("signed", file.at(line));
        client.signed = false;
      } else if (text.matches(".*verify-(peer|host)\\s+\"?(false|no|0)\"?.*")
          && !text.startsWith("//")) {
        client.draft.seen("checksServer", file.at(line));
        client.checksServer = false;
      }
    }
  }

  private void opkg() {
    List<SourceFile> files = new ArrayList<>(root.files("etc/opkg/*.conf"));
    root.file("etc/opkg.conf").ifPresent(files::addFirst);
    if (files.isEmpty()) {
      return;
    }
    Client client = new Client(root, "opkg", files, findings);
    Optional<Setting> check = Optional.empty();
    Optional<Setting> peer = Optional.empty();
    for (SourceFile file : files) {
      for (Line line : file.lines()) {
        String[] words = line.text().strip().split("\\s+");
        if (words.length > 1 && words[0].equals("option")) {
          String value = words.length > 2 ? words[2] : "1";
          if (words[1].equals("check_signature")) {
            check = Optional.of(at(file, line, value));
          } else if (words[1].equals("no_check_certificate")) {
            peer = Optional.of(at(file, line, value));
          }
        }
      }
    }
    client.signed = !client.seen("signed", "check_signature", check, "0").equals("0");
    client.checksServer =
        client.seen("checksServer", "no_check_certificate", peer, "0").equals("0");
    for (SourceFile file : files) {
      for (Line line : file.lines()) {
        if (isTooLong(file, line)) {
          continue;
        }
        Matcher feed = FEED.matcher(line.text().strip());
        if (feed.matches()) {
          client.source(feed.group(1), client.signed, at(file, line, feed.group(1)));
        }
      }
    }
    client.report();
  }
}
