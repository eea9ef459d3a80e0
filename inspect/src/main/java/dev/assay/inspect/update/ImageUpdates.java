package dev.assay.inspect.update;

import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.LibConfig;
import dev.assay.inspect.settings.Lines;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.starts.Assignments;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Updates of whole images: RAUC, SWUpdate, Mender, OSTree. */
final class ImageUpdates {
  static final List<String> READS =
      List.of(
          "rauc/system.conf",
          "etc/swupdate.cfg",
          "etc/swupdate/swupdate.cfg",
          "etc/default/swupdate",
          "etc/swupdate/conf.d/*",
          "etc/mender/mender.conf",
          "var/lib/mender/mender.conf",
          "etc/ostree/remotes.d/*.conf",
          "ostree/repo/config",
          "etc/flatpak/remotes.d/*.conf");

  private final Root root;
  private final Findings findings;

  ImageUpdates(Root root, Findings findings) {
    this.root = root;
    this.findings = findings;
  }

  void report() {
    Stream.of("etc/rauc/system.conf", "usr/lib/rauc/system.conf")
        .flatMap(path -> root.file(path).stream())
        .findFirst()
        .ifPresent(this::rauc);
    Stream.of("etc/swupdate.cfg", "etc/swupdate/swupdate.cfg")
        .flatMap(path -> root.file(path).stream())
        .findFirst()
        .ifPresent(this::swupdate);
    mender();
    ostree();
  }

  private static Optional<Setting> find(List<Setting> settings, Predicate<Setting> wanted) {
    return settings.stream().filter(wanted).reduce((first, second) -> second);
  }

  private static Optional<Setting> find(List<Setting> settings, String section, String key) {
    return find(settings, each -> each.section().equals(section) && each.key().equals(key));
  }

  private static boolean yes(String value) {
    return value.matches("(?i)true|yes|1|on");
  }

  /** RAUC takes nothing unsigned; its keyring says whose signature counts. */
  private void rauc(SourceFile file) {
    Client client = new Client(root, "rauc", List.of(file), findings);
    List<Setting> all = Lines.sections(file);
    client.signed = true;
    for (String key : List.of("path", "directory")) {
      find(all, "keyring", key).filter(s -> s.value().startsWith("/")).ifPresent(client::key);
    }
    client.checksPurpose =
        client
            .seen("checksPurpose", "check-purpose", find(all, "keyring", "check-purpose"), "")
            .startsWith("codesign");
    client.checksRevocation =
        yes(
            client.seen(
                "checksRevocation", "check-crl", find(all, "keyring", "check-crl"), "false"));
    String formats =
        client.seen("wholeBundles", "bundle-formats", find(all, "system", "bundle-formats"), "");
    boolean listed = !formats.isEmpty() && !formats.contains("+") && !formats.contains("-");
    client.wholeBundles = listed ? formats.contains("plain") : !formats.contains("-plain");
    client.refusesForeign =
        !client
            .seen("refusesForeign", "compatible", find(all, "system", "compatible"), "")
            .isEmpty();
    client.refusesOlder =
        !client
            .seen(
                "refusesOlder", "min-bundle-version", find(all, "system", "min-bundle-version"), "")
            .isEmpty();
    Optional<Setting> verify = find(all, "streaming", "tls-no-verify");
    client.checksServer = !yes(client.seen("checksServer", "tls-no-verify", verify, "false"));
    client.report();
  }

  /** {@code swupdate.cfg} in libconfig's syntax; options of the command line stand in conf.d. */
  private void swupdate(SourceFile file) {
    List<SourceFile> files = new ArrayList<>(List.of(file));
    root.file("etc/default/swupdate").ifPresent(files::add);
    files.addAll(root.files("etc/swupdate/conf.d/*"));
    Client client = new Client(root, "swupdate", files, findings);
    List<Setting> all = nested(file);
    StringBuilder arguments = new StringBuilder(" ");
    for (SourceFile each : files.subList(1, files.size())) {
      Assignments values = new Assignments();
      values.read(each);
      arguments.append(values.text("SWUPDATE_ARGS")).append(' ');
      arguments.append(values.text("SWUPDATE_WEBSERVER_ARGS")).append(' ');
      arguments.append(values.text("SWUPDATE_SURICATTA_ARGS")).append(' ');
    }
    for (String key : List.of("globals.public-key-file", "globals.ca-path")) {
      find(all, each -> each.key().equals(key)).ifPresent(client::key);
    }
    client.signed =
        !client.keys.isEmpty() || arguments.toString().matches("(?s).*\\s(-k|--key)\\s.*");
    client.seen(
        "signed",
        "public-key-file",
        find(all, s -> s.key().matches("globals\\.(public-key-file|ca-path)")),
        "");
    client.refusesOlder =
        !client
            .seen(
                "refusesOlder",
                "no-downgrading",
                find(all, s -> s.key().equals("globals.no-downgrading")),
                "")
            .isEmpty();
    for (Setting setting : all) {
      if (setting.key().matches("(suricatta|download)\\.url")) {
        client.source(setting.value(), client.signed, setting);
      }
    }
    Optional<Setting> unchecked =
        find(all, s -> s.key().matches("(suricatta|download)\\.nocheckcert"));
    client.checksServer = !yes(client.seen("checksServer", "nocheckcert", unchecked, "false"));
    boolean serves =
        all.stream().anyMatch(s -> s.key().equals("webserver.document_root"))
            || arguments.toString().contains("document-root");
    Optional<Setting> port = find(all, s -> s.key().matches("webserver\\.(port|listening-ports)"));
    String number = client.seen("webPort", "webserver port", port, "8080").replaceAll("\\D.*$", "");
    client.webPort = serves ? number.matches("[0-9]{1,5}") ? Long.parseLong(number) : 8080 : 0;
    Optional<Setting> asks =
        find(all, s -> s.key().matches("webserver\\.(global-auth-file|auth-domain)"));
    client.seen("webAuthenticated", "global-auth-file", asks, "");
    client.webAuthenticated = asks.isPresent() || arguments.toString().contains("auth-file");
    client.report();
  }

  /** Shows settings alone, as a line may hold secrets beside them. */
  private static List<Setting> nested(SourceFile file) {
    return LibConfig.read(file).scalars().stream()
        .map(each -> each.shownAs(each.key() + " = " + each.value()))
        .toList();
  }

  private void mender() {
    List<SourceFile> files =
        Stream.of("etc/mender/mender.conf", "var/lib/mender/mender.conf")
            .flatMap(path -> root.file(path).stream())
            .toList();
    if (files.isEmpty()) {
      return;
    }
    Client client = new Client(root, "mender", files, findings);
    List<Setting> all = new ArrayList<>();
    files.forEach(file -> all.addAll(nested(file)));
    for (Setting setting : all) {
      if (setting.key().matches("ArtifactVerifyKeys?(\\[[0-9]+\\])?")) {
        client.key(setting);
      }
    }
    client.signed = !client.keys.isEmpty();
    for (Setting setting : all) {
      if (setting.key().matches("(Servers\\[[0-9]+\\]\\.)?ServerURL")
          && !setting.value().isEmpty()) {
        client.source(setting.value(), client.signed, setting);
        client.demonstration |= setting.value().contains("docker.mender.io");
      }
      if (setting.key().equals("TenantToken") && !setting.value().isEmpty()) {
        files.stream()
            .filter(file -> file.path().equals(setting.at().artifact()))
            .forEach(file -> client.secrets.add(file.node()));
      }
    }
    Optional<Setting> skip = find(all, s -> s.key().matches("(HttpsClient\\.)?SkipVerify"));
    client.checksServer = !yes(client.seen("checksServer", "SkipVerify", skip, "false"));
    Optional<Setting> demo = find(all, s -> s.key().equals("ServerCertificate"));
    client.demonstration |=
        client.seen("demonstration", "ServerCertificate", demo, "").contains("demo");
    client.report();
  }

  private void ostree() {
    List<SourceFile> files = new ArrayList<>(root.files("etc/ostree/remotes.d/*.conf"));
    root.file("ostree/repo/config").ifPresent(files::add);
    root.file("sysroot/ostree/repo/config").ifPresent(files::add);
    List<Setting> all = new ArrayList<>();
    files.forEach(file -> all.addAll(Lines.sections(file)));
    if (all.stream().noneMatch(each -> each.section().startsWith("remote "))) {
      if (all.size() >= Lines.MAX_SETTINGS) {
        findings.more(UpdateInspector.KIND, files.getFirst().path(), "it has more than is read");
      }
      return;
    }
    Client client = new Client(root, "ostree", files, findings);
    client.signed = true;
    for (Setting setting : all) {
      if (setting.section().startsWith("remote ") && setting.key().equals("url")) {
        boolean gpg =
            find(all, setting.section(), "gpg-verify").map(s -> yes(s.value())).orElse(true);
        boolean other =
            find(all, setting.section(), "sign-verify")
                .map(s -> !s.value().matches("false|0|no"))
                .orElse(false);
        client.signed &= gpg || other;
        client.source(
            setting.value().replaceFirst("^(metalink|mirrorlist)=", ""), gpg || other, setting);
        find(all, setting.section(), "gpg-verify")
            .ifPresent(s -> client.draft.seen("signed", s.at()));
      }
    }
    Optional<Setting> permissive = find(all, s -> s.key().equals("tls-permissive"));
    client.checksServer = !yes(client.seen("checksServer", "tls-permissive", permissive, "false"));
    client.report();
  }
}
