package dev.assay.inspect.cleartext;

import dev.assay.inspect.services.Concealed;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.inspect.tree.SourceFile.Line;
import dev.assay.model.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** vsftpd.conf(5): {@code keyword=value} without blanks around the equals sign. */
final class Vsftpd {
  private static final List<String> PLACES = List.of("etc/vsftpd.conf", "etc/vsftpd/vsftpd.conf");
  private static final int MAX_VALUE = 200;

  /** Defaults of vsftpd 3.0 for what test cases ask. */
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("allow_writeable_chroot", "NO"),
          Map.entry("anon_mkdir_write_enable", "NO"),
          Map.entry("anon_other_write_enable", "NO"),
          Map.entry("anon_upload_enable", "NO"),
          Map.entry("anon_world_readable_only", "YES"),
          Map.entry("chroot_list_enable", "NO"),
          Map.entry("chroot_local_user", "NO"),
          Map.entry("force_local_data_ssl", "YES"),
          Map.entry("force_local_logins_ssl", "YES"),
          Map.entry("idle_session_timeout", "300"),
          Map.entry("listen_address", ""),
          Map.entry("listen_port", "21"),
          Map.entry("local_enable", "NO"),
          Map.entry("local_umask", "077"),
          Map.entry("max_login_fails", "3"),
          Map.entry("no_anon_password", "NO"),
          Map.entry("pasv_promiscuous", "NO"),
          Map.entry("port_promiscuous", "NO"),
          Map.entry("ssl_enable", "NO"),
          Map.entry("ssl_sslv2", "NO"),
          Map.entry("ssl_sslv3", "NO"),
          Map.entry("userlist_deny", "YES"),
          Map.entry("userlist_enable", "NO"),
          Map.entry("write_enable", "NO"),
          Map.entry("xferlog_enable", "NO"));

  private final Daemon daemon;
  private final Map<String, Evidence> places = new HashMap<>();
  private final Evidence otherwise;

  private Vsftpd(Daemon daemon, Evidence otherwise) {
    this.daemon = daemon;
    this.otherwise = otherwise;
  }

  static void read(Daemon daemon) {
    Optional<String> named =
        daemon.arguments.stream().filter(word -> word.startsWith("/")).findFirst();
    Stream<String> paths = named.map(Stream::of).orElseGet(PLACES::stream);
    Optional<SourceFile> file = paths.flatMap(path -> daemon.root.file(path).stream()).findFirst();
    if (file.isEmpty() && named.isPresent()) {
      daemon.unread(named.get() + " is not in the product");
      return;
    }
    Evidence at =
        file.map(f -> f.whole("not set; the server's default holds")).orElse(daemon.evidence);
    Vsftpd reader = new Vsftpd(daemon, at);
    daemon.settings.putAll(DEFAULTS);
    // Debian's build lets nobody in without an account unless told to; others do.
    boolean debian =
        daemon.root.exists("etc/debian_version") || daemon.root.exists("var/lib/dpkg/status");
    daemon.settings.put("anonymous_enable", debian ? "NO" : "YES");
    file.ifPresent(reader::settings);
    file.ifPresent(f -> daemon.draft.artifact(f.path()));
    // A line of an option overrides the file: vsftpd -oKEY=VALUE.
    daemon.arguments.stream()
        .filter(word -> word.startsWith("-o") && word.contains("="))
        .forEach(word -> reader.setting(word.substring(2), daemon.evidence));
    reader.facts();
  }

  private void settings(SourceFile file) {
    for (Line line : file.lines()) {
      if (!line.text().startsWith("#")) {
        setting(line.text().strip(), file.at(new Line(line.number(), Concealed.of(line.text()))));
      }
    }
  }

  private void setting(String text, Evidence at) {
    int equals = text.indexOf('=');
    if (equals > 0) {
      String key = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
      String value = text.substring(equals + 1).strip();
      boolean known = DEFAULTS.containsKey(key) || key.equals("anonymous_enable");
      if (known && value.length() > MAX_VALUE) {
        daemon.unread(key + " is longer than " + MAX_VALUE + " characters");
      } else if (known) {
        daemon.settings.put(
            key, DEFAULTS.getOrDefault(key, "NO").matches("YES|NO") ? yesNo(value) : value);
        places.put(key, at);
      }
    }
  }

  private static String yesNo(String value) {
    return value.toUpperCase(Locale.ROOT).matches("YES|TRUE|1") ? "YES" : "NO";
  }

  private boolean yes(String key, String... facts) {
    Evidence at = places.getOrDefault(key, otherwise);
    daemon.seen(at, facts);
    return daemon.settings.getOrDefault(key, "NO").equals("YES");
  }

  private void facts() {
    daemon
        .settings
        .keySet()
        .forEach(key -> daemon.seen(places.getOrDefault(key, otherwise), "settings[" + key + "]"));
    boolean writes = yes("write_enable", "write");
    daemon.anonymous = yes("anonymous_enable", "anonymous", "anonymousWrite");
    daemon.anonymousWrite =
        daemon.anonymous
            && writes
            && (yes("anon_upload_enable", "anonymousWrite")
                | yes("anon_mkdir_write_enable", "anonymousWrite")
                | yes("anon_other_write_enable", "anonymousWrite"));
    daemon.localLogins = yes("local_enable", "localLogins");
    daemon.write = writes && (daemon.localLogins || daemon.anonymousWrite);
    daemon.creates = daemon.write;
    // chroot_list_enable turns the meaning of the list around; the rule itself stays.
    daemon.confined = yes("chroot_local_user", "confined") || !daemon.localLogins;
    boolean offered = yes("ssl_enable", "tls");
    boolean forced = yes("force_local_logins_ssl", "tls") & yes("force_local_data_ssl", "tls");
    daemon.tls = offered ? forced ? "required" : "offered" : "none";
    boolean listOnly = yes("userlist_enable", "rootLogin") && !yes("userlist_deny", "rootLogin");
    daemon.rootLogin = daemon.localLogins && !listOnly && !Accounts.isBarred(daemon.root, "root");
    String address = daemon.settings.getOrDefault("listen_address", "");
    if (!address.isEmpty() && daemon.listens.isEmpty()) {
      daemon.listens.add("tcp:" + address + ":" + daemon.settings.get("listen_port"));
    }
  }
}
