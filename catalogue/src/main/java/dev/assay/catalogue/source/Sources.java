package dev.assay.catalogue.source;

import dev.assay.model.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A catalogue read from its files.
 *
 * @param definitions all cases without mistakes, by id
 * @param profiles by name
 * @param mistakes everything wrong, by file and line
 */
public record Sources(
    List<Definition> definitions, List<Profile> profiles, List<Mistake> mistakes) {
  public Sources {
    definitions = List.copyOf(definitions);
    profiles = List.copyOf(profiles);
    mistakes = List.copyOf(mistakes);
  }

  /** Reads every case file and profile. */
  public static Sources read(
      CatalogueFiles files, Collection<Kind<?>> kinds, Collection<String> forges) {
    Sources cases = read(files, kinds, forges, stem -> true);
    List<Mistake> mistakes = new ArrayList<>(cases.mistakes);
    List<Profile> profiles = new ArrayList<>();
    for (String file : files.names("profiles/", ".yaml").toList()) {
      Mistakes ofFile = new Mistakes(file);
      ProfileReader.read(file, files, ofFile).ifPresent(profiles::add);
      mistakes.addAll(ofFile.all());
    }
    mistakes.sort(Comparator.naturalOrder());
    return new Sources(cases.definitions, profiles, mistakes);
  }

  /** Reads the case files whose name without ending is wanted; no profiles. */
  public static Sources read(
      CatalogueFiles files,
      Collection<Kind<?>> kinds,
      Collection<String> forges,
      Predicate<String> wanted) {
    Context context = new Context(kinds, forges);
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, Definition> byId = new HashMap<>();
    for (String file : files.names("cases/", ".yaml").toList()) {
      String stem = file.substring("cases/".length(), file.length() - ".yaml".length());
      if (wanted.test(stem)) {
        Mistakes ofFile = new Mistakes(file);
        for (Definition definition : FileReader.read(file, files, context, ofFile)) {
          add(definition, byId).ifPresent(mistakes::add);
        }
        mistakes.addAll(ofFile.all());
      }
    }
    List<Definition> definitions = new ArrayList<>(byId.values());
    definitions.sort(Comparator.comparing(definition -> definition.meta().id()));
    mistakes.sort(Comparator.naturalOrder());
    return new Sources(definitions, List.of(), mistakes);
  }

  private static Optional<Mistake> add(Definition definition, Map<String, Definition> byId) {
    String id = definition.meta().id();
    Definition first = byId.putIfAbsent(id, definition);
    return first == null
        ? Optional.empty()
        : Optional.of(
            new Mistake(
                definition.file(),
                definition.line(),
                id,
                "the id is taken by " + first.file() + ":" + first.line()));
  }
}
