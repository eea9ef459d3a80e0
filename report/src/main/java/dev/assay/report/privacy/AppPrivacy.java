package dev.assay.report.privacy;

import dev.assay.model.Described;
import dev.assay.model.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One app's handling of personal data. Where data goes is not followed through the code: it can go
 * wherever the app or a library in it can send to.
 *
 * @param app its package name
 * @param artifact path of the package
 * @param given whether there is a declaration that could be read
 * @param notGiven why there is none
 * @param hidden why part of the code was not seen; empty where all of it was
 * @param network whether the app may send anything at all
 * @param data types that are seen or declared, in order of name
 * @param libraries of others at work
 * @param hosts named in its code
 * @param permissions it asks for, with the purpose that is declared
 */
public record AppPrivacy(
    String app,
    String artifact,
    boolean given,
    String notGiven,
    String hidden,
    boolean network,
    List<DataType> data,
    List<Library> libraries,
    List<Host> hosts,
    List<Permission> permissions,
    String policy,
    String deletion,
    String contact) {
  private static final String KIND = "app-privacy";
  private static final int PLACES = 10;

  /** How what is seen and what is declared of a type of data go together. */
  public enum State {
    /** Seen and declared. */
    DECLARED("declared"),
    /** Seen, and the declaration does not name it. */
    UNDECLARED("not declared"),
    /** Declared, and no code reads it. */
    UNSEEN("not seen"),
    /** Declared; code that was not seen may read it. */
    MAYBE("may be in hidden code"),
    /** Seen; there is no declaration to hold it against. */
    OPEN("no declaration");

    private final String title;

    State(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /**
   * A type of data.
   *
   * @param type in the words of Google Play's data safety section
   * @param uses number of places in code that read it
   * @param from the first of them
   * @param declared what the declaration says of it
   */
  public record DataType(
      String type, int uses, List<String> from, Optional<Declared> declared, State state) {
    /** For people: {@code precise location}. */
    public String title() {
      return type.replace('-', ' ');
    }
  }

  /** What a declaration says of one type. */
  public record Declared(
      boolean collected,
      boolean shared,
      boolean encrypted,
      boolean optional,
      List<String> purposes,
      String retention) {}

  public record Library(String id, String name, String owner, String kind, boolean declared) {}

  public record Host(String name, boolean cleartext, boolean declared) {}

  /** A permission; the purpose is empty where none is declared. */
  public record Permission(String name, String purpose) {}

  /** The apps of an evaluation, in order of their component's id. */
  public static List<AppPrivacy> of(Evaluation evaluation) {
    return evaluation.components().stream()
        .filter(each -> each.component().kind().equals(KIND))
        .map(AppPrivacy::of)
        .toList();
  }

  private static AppPrivacy of(Described described) {
    FactMap facts = FactMap.of(described.facts());
    String notGiven = described.unknown().getOrDefault("declared", "");
    String hidden = described.unknown().getOrDefault("whole", "");
    Set<String> disclosed = Set.copyOf(facts.texts("disclosed"));
    List<String> destinations = facts.texts("destinations");
    Map<String, String> purposes = facts.textsByName("purposes");
    return new AppPrivacy(
        facts.text("packageName"),
        described.component().artifacts().getFirst(),
        notGiven.isEmpty(),
        notGiven,
        hidden,
        facts.flag("network"),
        data(facts, notGiven.isEmpty(), hidden.isEmpty()),
        libraries(facts, disclosed),
        hosts(facts, destinations),
        facts.texts("permissions").stream()
            .map(
                name ->
                    new Permission(
                        name,
                        purposes.getOrDefault(
                            name.replaceFirst("^android\\.permission\\.", ""), "")))
            .toList(),
        facts.text("policy"),
        facts.text("deletion"),
        facts.text("contact"));
  }

  private static List<DataType> data(FactMap facts, boolean given, boolean whole) {
    Map<String, FactMap> seen = facts.recordsByName("data");
    Map<String, FactMap> declared = facts.recordsByName("declared");
    Set<String> types = new TreeSet<>(seen.keySet());
    types.addAll(declared.keySet());
    List<DataType> found = new ArrayList<>();
    for (String type : types) {
      Optional<FactMap> use = Optional.ofNullable(seen.get(type));
      Optional<Declared> said = Optional.ofNullable(declared.get(type)).map(AppPrivacy::declared);
      found.add(
          new DataType(
              type,
              use.map(each -> each.number("sites")).orElse(0),
              use.map(AppPrivacy::places).orElse(List.of()),
              said,
              state(use.isPresent(), said.isPresent(), given, whole)));
    }
    return List.copyOf(found);
  }

  private static State state(boolean seen, boolean declared, boolean given, boolean whole) {
    if (!given) {
      return State.OPEN;
    }
    if (seen) {
      return declared ? State.DECLARED : State.UNDECLARED;
    }
    return whole ? State.UNSEEN : State.MAYBE;
  }

  private static List<String> places(FactMap use) {
    return use.records("first").stream()
        .map(site -> site.text("method"))
        .distinct()
        .limit(PLACES)
        .toList();
  }

  private static Declared declared(FactMap said) {
    return new Declared(
        said.flag("collected"),
        said.flag("shared"),
        said.flag("encrypted"),
        said.flag("optional"),
        said.texts("purposes"),
        said.text("retention"));
  }

  private static List<Library> libraries(FactMap facts, Set<String> disclosed) {
    List<Library> libraries = new ArrayList<>();
    facts
        .recordsByName("libraries")
        .forEach(
            (id, used) ->
                libraries.add(
                    new Library(
                        id,
                        used.text("name"),
                        used.text("owner"),
                        used.text("kind"),
                        disclosed.contains(id))));
    return List.copyOf(libraries);
  }

  /** A destination stands for its subdomains. */
  private static List<Host> hosts(FactMap facts, List<String> destinations) {
    List<Host> hosts = new ArrayList<>();
    facts
        .recordsByName("hosts")
        .forEach(
            (name, host) ->
                hosts.add(
                    new Host(
                        name,
                        host.flag("cleartext"),
                        destinations.stream()
                            .anyMatch(d -> name.equals(d) || name.endsWith("." + d)))));
    return List.copyOf(hosts);
  }
}
