package dev.assay.inspect.android.code;

import dev.assay.inspect.android.code.AndroidCodeFacts.Host;
import dev.assay.inspect.android.code.AndroidCodeFacts.Site;
import dev.assay.inspect.android.code.AndroidCodeFacts.Use;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Gathers places by what they mean. */
final class Uses {
  private static final int MOST_SITES = 10;

  private static final class Places {
    private int count;
    private boolean cleartext;
    private final List<Site> first = new ArrayList<>();

    void add(Supplier<Site> site) {
      count++;
      if (first.size() < MOST_SITES) {
        first.add(site.get());
      }
    }
  }

  private final Map<Rule.Fact, Map<String, Places>> byFact = new EnumMap<>(Rule.Fact.class);
  private final Map<String, Places> hosts = new TreeMap<>();

  void add(Rule rule, Supplier<Site> site) {
    byFact
        .computeIfAbsent(rule.fact(), fact -> new TreeMap<>())
        .computeIfAbsent(rule.key(), key -> new Places())
        .add(site);
  }

  void addHost(Url url, Supplier<Site> site) {
    Places places = hosts.computeIfAbsent(url.host(), key -> new Places());
    places.cleartext |= url.cleartext();
    places.add(site);
  }

  Map<String, Use> of(Rule.Fact fact) {
    Map<String, Use> uses = new TreeMap<>();
    byFact
        .getOrDefault(fact, Map.of())
        .forEach((key, places) -> uses.put(key, new Use(places.count, places.first)));
    return Collections.unmodifiableMap(uses);
  }

  Map<String, Host> hosts() {
    Map<String, Host> found = new TreeMap<>();
    hosts.forEach(
        (host, places) -> found.put(host, new Host(places.cleartext, places.count, places.first)));
    return Collections.unmodifiableMap(found);
  }
}
