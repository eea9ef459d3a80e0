package dev.assay.inspect.filter;

import dev.assay.inspect.filter.Ruleset.Entry;
import dev.assay.inspect.settings.FlatSettings;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.settings.XmlFile;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A zone: who comes into it, and what it accepts. */
final class FirewalldZone {
  private static final Pattern RULE = Pattern.compile("(zone\\.rule(\\[\\d+\\])?)\\..*");

  private final SourceFile file;
  private final FlatSettings settings;

  FirewalldZone(SourceFile file) {
    this.file = file;
    this.settings = XmlFile.read(file);
  }

  SourceFile file() {
    return file;
  }

  /** What happens to what no rule names; ICMP is accepted by {@code default} alone. */
  String target() {
    return switch (target0()) {
      case "ACCEPT" -> "accept";
      case "DROP" -> "drop";
      default -> "reject";
    };
  }

  private String target0() {
    return settings.find("zone.@target").map(Setting::value).orElse("default");
  }

  /** Senders and interfaces that are bound to it. */
  List<Match> ways() {
    List<Match> ways = new ArrayList<>();
    for (Setting source : all("zone", "source", "address")) {
      Match match = new Match();
      match.sources = List.of(source.value());
      ways.add(match);
    }
    for (Setting name : all("zone", "interface", "name")) {
      Match match = new Match();
      match.interfaces = List.of(name.value());
      ways.add(match);
    }
    return ways;
  }

  List<Entry> entries(FirewalldServices services) {
    List<Entry> entries = new ArrayList<>();
    rich(services, entries);
    opened("zone", services)
        .forEach(opened -> entries.add(new Entry(opened.match(), "accept", "", opened.at().at())));
    icmp(entries);
    return entries;
  }

  private record Opened(Match match, Setting at) {}

  /** Services, ports and protocols under a zone or a rich rule. */
  private List<Opened> opened(String under, FirewalldServices services) {
    List<Opened> opened = new ArrayList<>();
    for (Setting name : all(under, "service", "name")) {
      services.matches(name.value()).forEach(match -> opened.add(new Opened(match, name)));
    }
    for (Setting protocol : all(under, "port", "protocol")) {
      opened.add(new Opened(FirewalldServices.port(settings, protocol, "@port"), protocol));
    }
    for (Setting name : all(under, "protocol", "value")) {
      Match match = new Match();
      match.protocol = name.value();
      opened.add(new Opened(match, name));
    }
    return opened;
  }

  private void icmp(List<Entry> entries) {
    boolean inverted = settings.has("zone.icmp-block-inversion");
    List<Setting> named = all("zone", "icmp-block", "name");
    if (inverted || target0().equals("default")) {
      Match match = new Match();
      match.protocol = "icmp";
      match.icmpTypes = inverted ? named.stream().map(Setting::value).toList() : List.of();
      match.conditional = !inverted && !named.isEmpty();
      if (!inverted || !named.isEmpty()) {
        entries.add(new Entry(match, "accept", "", file.whole("ICMP of the zone")));
      }
    }
  }

  private void rich(FirewalldServices services, List<Entry> entries) {
    List<String> rules =
        settings.scalars().stream()
            .map(each -> RULE.matcher(each.key()))
            .filter(java.util.regex.Matcher::matches)
            .map(each -> each.group(1))
            .distinct()
            .toList();
    for (String rule : rules) {
      Optional<String> target =
          Stream.of("accept", "drop", "reject")
              .filter(each -> settings.has(rule + "." + each))
              .findFirst();
      Match way = new Match();
      way.sources = all(rule, "source", "address").stream().map(Setting::value).toList();
      way.limited = settings.has(rule + "." + target.orElse("log") + ".limit");
      way.logs = settings.has(rule + ".log");
      settings
          .find(rule + ".@family")
          .ifPresent(each -> way.family = each.value().equals("ipv6") ? "ip6" : "ip4");
      List<Match> matches = opened(rule, services).stream().map(Opened::match).toList();
      for (Match match : matches.isEmpty() ? List.of(new Match()) : matches) {
        Match both = way.and(match);
        both.logs = way.logs;
        entries.add(new Entry(both, target.orElse("log"), "", file.whole("rich rule")));
      }
    }
  }

  /** Attributes of elements directly under a path. */
  private List<Setting> all(String under, String element, String attribute) {
    return settings.matching(
        Pattern.compile(Pattern.quote(under + "." + element) + "(\\[\\d+\\])?\\.@" + attribute));
  }
}
