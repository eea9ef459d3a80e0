package dev.assay.inspect.filter;

import dev.assay.inspect.settings.FlatSettings;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.settings.XmlFile;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ports by the names of services, firewalld.service(5). */
final class FirewalldServices {
  /** Ports of a service, and of a zone beside its services. */
  static final int MAX_PORTS = 256;

  /** Services include each other; deeper than the number of real ones none is followed. */
  private static final int MAX_SERVICES = 512;

  private static final Pattern PORT = Pattern.compile("service\\.port(\\[\\d+\\])?\\.@protocol");
  private static final Pattern INCLUDE =
      Pattern.compile("service\\.include(\\[\\d+\\])?\\.@service");

  private final Root root;
  private final Map<String, List<Match>> known = new HashMap<>();
  private String doubt = "";

  FirewalldServices(Root root) {
    this.root = root;
  }

  /** What a service opens, those that it includes as well. */
  List<Match> matches(String name) {
    List<Match> matches = known.get(name);
    if (matches == null) {
      // A service that includes itself finds nothing the second time.
      known.put(name, List.of());
      matches = read(name);
      known.put(name, matches);
    }
    return matches;
  }

  Optional<String> doubt() {
    return doubt.isEmpty() ? Optional.empty() : Optional.of(doubt);
  }

  private List<Match> read(String name) {
    Optional<SourceFile> file =
        Stream.of("etc/firewalld", "usr/lib/firewalld")
            .flatMap(directory -> root.file(directory + "/services/" + name + ".xml").stream())
            .findFirst();
    if (file.isEmpty() || known.size() > MAX_SERVICES) {
      doubt = "the ports of the service " + name + " are in no file";
      return List.of();
    }
    FlatSettings settings = XmlFile.read(file.get());
    if (settings.cut()) {
      doubt = "not all of the service " + name + " was read";
    }
    List<Match> matches = new ArrayList<>();
    List<Setting> ports = settings.matching(PORT);
    if (ports.size() > MAX_PORTS) {
      doubt = "the service " + name + " has more than " + MAX_PORTS + " ports";
    }
    for (Setting protocol : ports.stream().limit(MAX_PORTS).toList()) {
      matches.add(port(settings, protocol));
    }
    for (Setting include : settings.matching(INCLUDE)) {
      matches.addAll(matches(include.value()));
      if (matches.size() > MAX_PORTS) {
        doubt = "the service " + name + " has more than " + MAX_PORTS + " ports";
        break;
      }
    }
    return List.copyOf(matches.subList(0, Math.min(matches.size(), MAX_PORTS)));
  }

  /** The port beside a protocol. */
  static Match port(FlatSettings settings, Setting protocol) {
    String element = protocol.key().substring(0, protocol.key().lastIndexOf('.'));
    Match match = new Match();
    match.protocol = protocol.value();
    match.ports =
        settings
            .find(element + ".@port")
            .map(Setting::value)
            .filter(text -> !text.isEmpty())
            .map(List::of)
            .orElse(List.of());
    return match;
  }
}
