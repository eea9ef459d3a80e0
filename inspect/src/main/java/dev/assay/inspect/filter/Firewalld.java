package dev.assay.inspect.filter;

import dev.assay.inspect.filter.Ruleset.Chain;
import dev.assay.inspect.filter.Ruleset.Entry;
import dev.assay.inspect.settings.Lines;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * firewalld 1 and 2, firewalld.conf(5) and firewalld.zone(5): packets go into the zone of their
 * sender, else of their interface, else into the default zone, where they end.
 */
final class Firewalld {
  private static final String MAIN = "etc/firewalld/firewalld.conf";
  private static final List<String> DIRECTORIES = List.of("etc/firewalld", "usr/lib/firewalld");

  static final List<String> READS =
      List.of(
          MAIN,
          "firewalld/zones/*.xml",
          "firewalld/services/*.xml",
          "etc/firewalld/direct.xml",
          "etc/firewalld/policies/*.xml");

  private final Root root;
  private final List<SourceFile> files = new ArrayList<>();
  private final Ruleset ruleset = new Ruleset();
  private final FirewalldServices services;
  private String doubt = "";

  Firewalld(Root root) {
    this.root = root;
    this.services = new FirewalldServices(root);
  }

  /** Every file that was read, those of services left out. */
  List<SourceFile> files() {
    return files;
  }

  /** Why there may be other rules. */
  Optional<String> doubt() {
    return doubt.isEmpty() ? services.doubt() : Optional.of(doubt);
  }

  Optional<Ruleset> read() {
    Optional<SourceFile> main = root.file(MAIN);
    if (main.isEmpty()) {
      return Optional.empty();
    }
    files.add(main.get());
    Map<String, Setting> settings = Lines.last(Lines.words(main.get()));
    Evidence at = main.get().whole("zones of firewalld");
    Chain input = chain("input", at);
    accept(input, at);
    boolean logs = !value(settings, "logdenied", "off").equals("off");
    String standard = value(settings, "defaultzone", "public");
    Map<String, FirewalldZone> zones = new LinkedHashMap<>();
    for (String directory : DIRECTORIES) {
      for (SourceFile file : root.files(directory + "/zones/*.xml")) {
        String name = file.node().name().replaceFirst("\\.xml$", "");
        zones.computeIfAbsent(name, k -> new FirewalldZone(file));
      }
    }
    for (FirewalldZone zone : zones.values()) {
      for (Match way : zone.ways()) {
        enter(input, zone, way, logs);
      }
    }
    Optional<FirewalldZone> last = Optional.ofNullable(zones.get(standard));
    last.ifPresent(zone -> enter(input, zone, new Match(), logs));
    if (last.isEmpty()) {
      doubt = "the default zone " + standard + " is in no file";
    }
    // What no zone passes on is rejected.
    chain("forward", at).policy = "drop";
    reversePath(settings, at);
    Stream.of("etc/firewalld/direct.xml", "etc/firewalld/policies/*.xml")
        .flatMap(path -> root.files(path).stream())
        .findFirst()
        .ifPresent(file -> doubt = file.node().inRoot() + " has rules that are not read");
    return Optional.of(ruleset);
  }

  private Chain chain(String hook, Evidence at) {
    Chain chain = ruleset.chain("firewalld " + hook, "both", at);
    chain.hook = hook;
    return chain;
  }

  private void accept(Chain input, Evidence at) {
    Match known = new Match();
    known.states = List.of("established", "related");
    ruleset.add(input, new Entry(known, "accept", "", at));
    Match local = new Match();
    local.interfaces = List.of("lo");
    ruleset.add(input, new Entry(local, "accept", "", at));
    Match invalid = new Match();
    invalid.states = List.of("invalid");
    ruleset.add(input, new Entry(invalid, "drop", "", at));
  }

  private void enter(Chain input, FirewalldZone zone, Match way, boolean logs) {
    if (!files.contains(zone.file())) {
      files.add(zone.file());
    }
    String name = "firewalld zone " + zone.file().node().inRoot();
    if (!ruleset.chains.containsKey(name)) {
      Chain chain = ruleset.chain(name, "both", zone.file().whole("zone"));
      zone.entries(services).forEach(entry -> ruleset.add(chain, entry));
      if (logs && !zone.target().equals("accept")) {
        Match all = new Match();
        all.logs = true;
        ruleset.add(chain, new Entry(all, "log", "", zone.file().whole("LogDenied")));
      }
      ruleset.add(
          chain,
          new Entry(new Match(), zone.target(), "", zone.file().whole("target " + zone.target())));
    }
    ruleset.add(input, new Entry(way, "jump", name, zone.file().whole("zone")));
  }

  private void reversePath(Map<String, Setting> settings, Evidence at) {
    if (!value(settings, "ipv6_rpfilter", "yes").equals("no")) {
      Match forged = new Match();
      forged.family = "ip6";
      forged.checksSource = true;
      ruleset.add(chain("prerouting", at), new Entry(forged, "drop", "", at));
    }
  }

  private static String value(Map<String, Setting> settings, String key, String otherwise) {
    return Optional.ofNullable(settings.get(key)).map(Setting::value).orElse(otherwise);
  }
}
