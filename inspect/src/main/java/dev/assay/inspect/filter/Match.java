package dev.assay.inspect.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The conditions of a rule while it is being read. */
final class Match {
  String family = "both";
  String protocol = "";
  List<String> ports = List.of();
  List<String> sourcePorts = List.of();
  List<String> sources = List.of();
  List<String> exceptSources = List.of();
  List<String> interfaces = List.of();
  List<String> states = List.of();
  List<String> icmpTypes = List.of();
  boolean conditional;
  boolean limited;
  boolean logs;
  boolean checksSource;

  /** Both conditions at once, this one on the way to the other. */
  Match and(Match inner) {
    Match both = new Match();
    both.family = inner.family.equals("both") ? family : inner.family;
    both.protocol = inner.protocol.isEmpty() ? protocol : inner.protocol;
    both.ports = first(inner.ports, ports);
    both.sourcePorts = first(inner.sourcePorts, sourcePorts);
    both.sources = first(inner.sources, sources);
    both.exceptSources = first(inner.exceptSources, exceptSources);
    both.interfaces = first(inner.interfaces, interfaces);
    both.states = first(inner.states, states);
    both.icmpTypes = first(inner.icmpTypes, icmpTypes);
    both.conditional = conditional || inner.conditional;
    both.limited = limited || inner.limited;
    both.logs = inner.logs;
    both.checksSource = checksSource || inner.checksSource;
    return both;
  }

  private static List<String> first(List<String> inner, List<String> outer) {
    return inner.isEmpty() ? outer : inner;
  }

  /** Whether it holds for every packet of its family. */
  boolean always() {
    return protocol.isEmpty()
        && !conditional
        && !limited
        && !checksSource
        && Stream.of(ports, sourcePorts, sources, exceptSources, interfaces, states, icmpTypes)
            .allMatch(List::isEmpty);
  }

  static List<String> split(String list) {
    List<String> values = new ArrayList<>();
    for (String each : list.split(",")) {
      if (!each.isBlank()) {
        values.add(each.strip().replace(':', '-'));
      }
    }
    return List.copyOf(values);
  }
}
