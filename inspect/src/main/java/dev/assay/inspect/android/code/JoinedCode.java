package dev.assay.inspect.android.code;

import dev.assay.inspect.android.Joined;
import dev.assay.inspect.android.SplitFacts;
import dev.assay.inspect.android.code.AndroidCodeFacts.Host;
import dev.assay.inspect.android.code.AndroidCodeFacts.Site;
import dev.assay.inspect.android.code.AndroidCodeFacts.Use;
import dev.assay.inspect.android.code.AndroidCodeFacts.UsedLibrary;
import dev.assay.inspect.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the code of a split to that of its app. */
final class JoinedCode {
  private static final int MOST_SITES = 10;

  private final String path;

  private JoinedCode(Node split) {
    this.path = split.path() + "!/";
  }

  static AndroidCodeFacts of(AndroidCodeFacts app, Node split, AndroidCodeFacts more) {
    JoinedCode joined = new JoinedCode(split);
    List<String> permissions = Joined.sorted(app.permissions(), more.permissions());
    return new AndroidCodeFacts(
        app.packageName(),
        app.targetSdk(),
        permissions,
        app.network() || more.network(),
        Joined.maps(app.metaData(), more.metaData(), (base, other) -> base),
        app.whole(),
        app.followed(),
        Joined.sorted(app.exercised(), more.exercised()),
        Joined.lists(app.hidden(), hidden(split, more)),
        app.damaged(),
        joined.uses(app.calls(), more.calls()),
        joined.uses(app.data(), more.data()),
        joined.uses(app.guarded(), more.guarded()),
        joined.uses(app.needed(), more.needed()),
        joined.uses(app.patterns(), more.patterns()),
        joined.libraries(app.libraries(), more.libraries()),
        joined.hosts(app.hosts(), more.hosts()));
  }

  /** Calls from the split into the base are not followed there. */
  private static List<String> hidden(Node split, AndroidCodeFacts more) {
    boolean code = split.facts(SplitFacts.class).filter(SplitFacts::code).isPresent();
    return code
        ? Joined.lists(
            more.hidden(),
            List.of("code of " + split.name() + " is not followed into the rest of the app"))
        : List.of();
  }

  private Site moved(Site site) {
    return new Site(path + site.dex(), site.offset(), site.method(), site.address(), site.line());
  }

  private List<Site> moved(List<Site> sites) {
    return sites.stream().map(this::moved).toList();
  }

  private static List<Site> first(List<Site> one, List<Site> other) {
    return Joined.lists(one, other).stream().limit(MOST_SITES).toList();
  }

  private Map<String, Use> uses(Map<String, Use> app, Map<String, Use> more) {
    Map<String, Use> moved = new TreeMap<>();
    more.forEach((key, use) -> moved.put(key, new Use(use.sites(), moved(use.first()))));
    return Joined.maps(
        app, moved, (a, b) -> new Use(a.sites() + b.sites(), first(a.first(), b.first())));
  }

  private Map<String, Host> hosts(Map<String, Host> app, Map<String, Host> more) {
    Map<String, Host> moved = new TreeMap<>();
    more.forEach(
        (key, host) ->
            moved.put(key, new Host(host.cleartext(), host.sites(), moved(host.first()))));
    return Joined.maps(
        app,
        moved,
        (a, b) ->
            new Host(
                a.cleartext() || b.cleartext(),
                a.sites() + b.sites(),
                first(a.first(), b.first())));
  }

  private Map<String, UsedLibrary> libraries(
      Map<String, UsedLibrary> app, Map<String, UsedLibrary> more) {
    Map<String, UsedLibrary> moved = new TreeMap<>();
    more.forEach(
        (key, used) ->
            moved.put(
                key,
                new UsedLibrary(
                    used.name(),
                    used.owner(),
                    used.kind(),
                    used.methods(),
                    used.path(),
                    moved(used.site()))));
    return Joined.maps(app, moved, (base, other) -> base);
  }
}
