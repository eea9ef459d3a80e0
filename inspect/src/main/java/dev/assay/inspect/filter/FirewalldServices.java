package dev.assay.inspect.filter;

import dev.assay.inspect.settings.FlatSettings;
import dev.assay.inspect.settings.Setting;
import dev.assay.inspect.settings.XmlFile;
import dev.assay.inspect.tree.Root;
import dev.assay.inspect.tree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ports by the names of services, firewalld.service(5). */
final class FirewalldServices {
  private static final int MAX_DEPTH = 4;
  private static final Pattern PORT = Pattern.compile("service\\.port(\\[\\d+\\])?\\.@protocol");
  private static final Pattern INCLUDE =
      Pattern.compile("service\\.include(\\[\\d+\\])?\\.@service");

  private final Root root;
  private String doubt = "";

  FirewalldServices(Root root) {
    this.root = root;
  }

  /** What a service opens; a service of which nothing is known opens everything, in doubt. */
  List<Match> matches(String name) {
    return matches(name, MAX_DEPTH);
  }

  Optional<String> doubt() {
    return doubt.isEmpty() ? Optional.empty() : Optional.of(doubt);
  }

  private List<Match> matches(String name, int depth) {
    Optional<SourceFile> file =
        Stream.of("etc/firewalld", "usr/lib/firewalld")
            .flatMap(directory -> root.file(directory + "/services/" + name + ".xml").stream())
            .findFirst();
    if (file.isEmpty() || depth == 0) {
      doubt = "the ports of the service " + name + " are in no file";
      return List.of();
    }
    FlatSettings settings = XmlFile.read(file.get());
    List<Match> matches = new ArrayList<>();
    for (Setting protocol : settings.matching(PORT)) {
      matches.add(port(settings, protocol, "@port"));
    }
    for (Setting include : settings.matching(INCLUDE)) {
      matches.addAll(matches(include.value(), depth - 1));
    }
    return matches;
  }

  /** The port beside a protocol. */
  static Match port(FlatSettings settings, Setting protocol, String name) {
    String element = protocol.key().substring(0, protocol.key().lastIndexOf('.'));
    Match match = new Match();
    match.protocol = protocol.value();
    match.ports =
        settings
            .find(element + "." + name)
            .map(Setting::value)
            .filter(text -> !text.isEmpty())
            .map(List::of)
            .orElse(List.of());
    return match;
  }
}
