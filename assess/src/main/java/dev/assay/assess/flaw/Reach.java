package dev.assay.assess.flaw;

import dev.assay.feed.match.Functions;
import dev.assay.model.Code;
import dev.assay.model.Described;
import dev.assay.model.Links;
import dev.assay.model.WatchedFunctions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the code of a product calls in its libraries, and what it holds of the modules it is made
 * of.
 */
final class Reach {
  /** Nothing is known of any code. */
  static final Reach UNKNOWN = new Reach(List.of(), List.of());

  /** No more places than that are named of a module. */
  private static final int LISTED = 50;

  private final Links links;
  private final Map<String, Code> byPath = new HashMap<>();
  private final List<Code> all;
  private final boolean allSeen;

  private Reach(Collection<Described> components, List<Code> code) {
    this.links = new Links(List.copyOf(components));
    this.all = code;
    code.forEach(each -> byPath.put(each.path(), each));
    // What was not opened may hold a program.
    this.allSeen =
        components.stream().noneMatch(each -> each.component().kind().equals("opaque"))
            && code.stream().allMatch(Code::readable)
            && code.stream().noneMatch(Reach::callsAnything);
  }

  /** Whether a program or library has or uses what calls any function by its name. */
  private static boolean callsAnything(Code code) {
    return WatchedFunctions.foreign().stream()
        .anyMatch(each -> code.imports().contains(each) || code.exports().contains(each));
  }

  static Reach of(Collection<Described> components, List<Code> code) {
    return code.isEmpty() ? UNKNOWN : new Reach(components, code);
  }

  /** What is known of the functions of a component. */
  Functions of(Described component) {
    if (component.component().purl().startsWith("pkg:golang/")) {
      List<String> places = component.component().artifacts();
      return places.size() < LISTED
          ? new GoModule(places.stream().map(this::at).toList())
          : Functions.UNKNOWN;
    }
    boolean archives = component.signs().contains().stream().anyMatch(file -> file.endsWith(".a"));
    return allSeen && !archives ? library(component) : Functions.UNKNOWN;
  }

  /** Files of a package that are no programs do not matter; those of software are all it. */
  private Functions library(Described component) {
    List<Optional<Code>> files =
        component.signs().contains().stream()
            .sorted()
            .map(
                name ->
                    links
                        .provider(name, component)
                        .flatMap(part -> at(part.component().artifacts().getFirst())))
            .toList();
    boolean packaged = component.component().kind().equals("package");
    return packaged || files.stream().allMatch(Optional::isPresent)
        ? new Library(files.stream().flatMap(Optional::stream).distinct().toList(), all)
        : Functions.UNKNOWN;
  }

  private Optional<Code> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }
}
