package dev.assay.inspect.names;

import dev.assay.inspect.Draft;
import dev.assay.inspect.Findings;
import dev.assay.inspect.settings.Included;
import dev.assay.inspect.settings.Lines;
import dev.assay.inspect.settings.Loose;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code dnsmasq.conf}, dnsmasq(8): options of the command line without their dashes. */
final class Dnsmasq {
  static final List<String> STARTS =
      List.of(
          "etc/init.d/dnsmasq",
          "usr/share/dnsmasq/init-system-common",
          "usr/share/dnsmasq/systemd-helper",
          "etc/default/dnsmasq");

  private Dnsmasq() {}

  static void report(Root root, Findings findings) {
    Optional<SourceFile> main = root.file("etc/dnsmasq.conf");
    if (main.isEmpty()) {
      return;
    }
    Included included = new Included(root);
    List<Setting> settings = new ArrayList<>();
    included.read(main.get(), file -> read(file, included, settings));
    if (settings.stream().noneMatch(each -> each.key().equals("conf-dir"))) {
      // Debian's start script adds this directory.
      included.each("/etc/dnsmasq.d/*", file -> read(file, included, settings));
    }
    Draft draft = findings.component(NameServerInspector.KIND, main.get().path(), "dnsmasq");
    Answers answers = new Answers(settings, main.get(), draft);
    answers.doubt(included);
    boolean off = answers.any("answersEverybody", "port", each -> each.value().equals("0"));
    boolean bound =
        answers.any("listensEverywhere", "interface")
            || answers.any("listensEverywhere", "listen-address")
            || answers.any("listensEverywhere", "except-interface");
    boolean local = answers.any("answersEverybody", "local-service") || startedLocal(root, draft);
    NameServerInspector.signed(draft, !off)
        .facts(
            new NameServerFacts(
                "dnsmasq",
                !off && !bound,
                !off && !bound && !local,
                off || answers.any("validates", "dnssec"),
                off || answers.any("dropsPrivate", "stop-dns-rebind"),
                answers.any("hidesVersion", "no-ident"),
                false,
                false,
                false,
                answers.any("tftp", "enable-tftp"),
                answers.any("tftpConfined", "tftp-secure"),
                answers.any("scripts", "dhcp-script"),
                Loose.writable(
                    "writableFiles",
                    included.files().stream().map(SourceFile::node).toList(),
                    draft)));
  }

  /** Debian's and OpenWrt's scripts add the option to the command line. */
  private static boolean startedLocal(Root root, Draft draft) {
    for (String path : STARTS) {
      for (SourceFile script : root.file(path).stream().toList()) {
        if (script.text().contains("--local-service")) {
          draft.seen("answersEverybody", script.whole("starts dnsmasq with --local-service"));
          return true;
        }
      }
    }
    return false;
  }

  private static void read(SourceFile file, Included included, List<Setting> into) {
    for (Setting setting : Lines.words(file)) {
      into.add(setting);
      String value = setting.value().split(",", 2)[0];
      switch (setting.key()) {
        case "conf-file" -> included.each(value, file, each -> read(each, included, into));
        case "conf-dir" -> included.each(value + "/*", each -> read(each, included, into));
        default -> {}
      }
    }
  }
}
