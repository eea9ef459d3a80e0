package dev.assay.inspect.cleartext;

import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * pure-ftpd: {@code Keyword value} lines of pure-ftpd.conf, one file for each keyword in Debian's
 * {@code conf} folder, or options alone.
 */
final class PureFtpd {
  private static final int MAX_SETTINGS = 500;

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Evidence> places = new HashMap<>();
  private final Daemon daemon;

  private PureFtpd(Daemon daemon) {
    this.daemon = daemon;
  }

  static void read(Daemon daemon) {
    PureFtpd reader = new PureFtpd(daemon);
    var folder = daemon.root.files("etc/pure-ftpd/conf/*");
    if (folder.isEmpty()) {
      Stream.of("etc/pure-ftpd.conf", "etc/pure-ftpd/pure-ftpd.conf")
          .flatMap(path -> daemon.root.file(path).stream())
          .limit(1)
          .forEach(reader::lines);
    }
    folder.forEach(reader::single);
    reader.facts();
  }

  private void single(SourceFile file) {
    file.lines().stream()
        .filter(line -> !line.text().isBlank() && !line.text().startsWith("#"))
        .limit(1)
        .forEach(line -> put(file.node().name(), line.text().strip(), file.at(line)));
  }

  private void lines(SourceFile file) {
    for (Line line : file.lines()) {
      String[] words = line.text().strip().split("\\s+", 2);
      if (words.length == 2 && !words[0].startsWith("#")) {
        put(words[0], words[1].strip(), file.at(line));
      }
    }
  }

  private void put(String key, String value, Evidence at) {
    if (values.size() >= MAX_SETTINGS) {
      daemon.unread("more than " + MAX_SETTINGS + " settings");
      return;
    }
    values.put(key.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
    places.put(key.toLowerCase(Locale.ROOT), at);
  }

  private boolean yes(String key, char letter, String name, String... facts) {
    daemon.seen(places.getOrDefault(key, daemon.evidence), facts);
    return values.getOrDefault(key, "no").matches("yes|1|on") || daemon.has(letter, name);
  }

  private void facts() {
    boolean anonymousOnly = yes("anonymousonly", 'e', "--anonymousonly", "localLogins");
    daemon.anonymous = !yes("noanonymous", 'E', "--noanonymous", "anonymous");
    daemon.anonymousWrite =
        daemon.anonymous
            && !yes("anonymouscantupload", 'i', "--anonymouscantupload", "anonymousWrite");
    daemon.localLogins = !anonymousOnly;
    daemon.write = daemon.localLogins || daemon.anonymousWrite;
    daemon.creates = daemon.write;
    daemon.confined = yes("chrooteveryone", 'A', "--chrooteveryone", "confined") || anonymousOnly;
    String option = daemon.value("-Y", "--tls");
    String tls = option.isEmpty() ? values.getOrDefault("tls", "0") : option;
    daemon.seen(places.getOrDefault("tls", daemon.evidence), "tls");
    daemon.tls =
        switch (tls) {
          case "0" -> "none";
          case "1" -> "offered";
          default -> "required";
        };
  }
}
