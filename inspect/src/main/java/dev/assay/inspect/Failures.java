package dev.assay.inspect;

import dev.assay.inspect.fault.Faults;
import dev.assay.inspect.fault.Unexamined;
import dev.assay.inspect.tree.Node;
import dev.assay.model.Described;
import dev.assay.model.Kind;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Readers of roots and of the whole product that failed, in the order in which they were asked. */
final class Failures {
  private final Faults faults;
  private final Set<String> paths;
  private final List<Failure> all = new ArrayList<>();

  /**
   * @param faults what is done where a reader fails
   * @param nodes all of the product, in order of path
   */
  Failures(Faults faults, List<Node> nodes) {
    this.faults = faults;
    this.paths = nodes.stream().map(Node::path).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param kinds what the reader was to find
   * @param place path of the root, or of an artifact
   */
  record Failure(String reader, List<Kind<?>> kinds, String place, Problem problem) {}

  void add(Failure failure) {
    all.add(
        new Failure(
            failure.reader(), failure.kinds(), artifact(failure.place()), failure.problem()));
  }

  /** What a reader of the whole product answers, or {@code without} it. */
  <T> T ask(Class<?> reader, List<Kind<?>> kinds, String image, T without, Supplier<T> question) {
    String name = Faults.name(reader);
    List<T> answer = new ArrayList<>();
    faults.ask(
        name,
        problem -> add(new Failure(name, kinds, image, problem)),
        () -> answer.add(question.get()));
    return answer.isEmpty() ? without : answer.getFirst();
  }

  /** Problems by path of the artifact they stand on. */
  Map<String, List<Problem>> problems() {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                Failure::place, Collectors.mapping(Failure::problem, Collectors.toList())));
  }

  /** What stands for the components that were not found: one for each reader and kind. */
  List<Described> unexamined() {
    Map<String, List<Failure>> byReader =
        all.stream()
            .collect(
                Collectors.groupingBy(Failure::reader, LinkedHashMap::new, Collectors.toList()));
    List<Described> components = new ArrayList<>();
    for (List<Failure> failures : byReader.values()) {
      Failure first = failures.getFirst();
      String more = failures.size() > 1 ? " and " + (failures.size() - 1) + " more" : "";
      String why = "in " + first.place() + more + ", " + first.problem().message();
      for (Kind<?> kind : first.kinds()) {
        components.add(Unexamined.of(kind, first.place(), first.reader(), why));
      }
    }
    return components;
  }

  /** The artifact that a path names or stands in; a directory may have none of its own. */
  private String artifact(String path) {
    String at = path;
    while (!paths.contains(at) && at.contains("/")) {
      at = at.substring(0, at.lastIndexOf('/'));
      at = at.endsWith("!") ? at.substring(0, at.length() - 1) : at;
    }
    return at;
  }
}
