package dev.assay.inspect.android;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.arsc.ResourceTable;
import dev.assay.formats.axml.Element;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What references of an Android package's manifest come to. Where its resources are missing or
 * damaged, they come to nothing.
 */
public final class PackageResources {
  private static final int MAX_PROBLEMS = 20;

  private final App app;
  private final List<Problem> problems = new ArrayList<>();
  private final Optional<AppForm.Values> table;
  private final Map<Integer, Optional<String>> known = new HashMap<>();

  private PackageResources(App app) {
    this.app = app;
    this.table = open();
  }

  /** The resources of an app. */
  static PackageResources of(App app) {
    return new PackageResources(app);
  }

  private Optional<AppForm.Values> open() {
    try {
      Optional<Bytes> content = app.archive().open(app.form().resources());
      return content.map(found -> app.form().table(found, problems));
    } catch (Malformed unreadable) {
      problems.add(unreadable.problem());
      return Optional.empty();
    }
  }

  /** The text or the path of a file that an attribute stands for; what it says where it is none. */
  public String text(Element.Attribute attribute) {
    return attribute.type() == References.REFERENCE
        ? referred(attribute.data()).orElse(attribute.text())
        : attribute.text();
  }

  /** What a reference comes to on every device; empty where devices differ. */
  Optional<String> constant(Element.Attribute reference) {
    return found(AppForm.Values::constant, reference.data());
  }

  /** Whether an attribute stands for something that is missing from damaged resources. */
  public boolean lost(Element.Attribute attribute) {
    return attribute.type() == References.REFERENCE
        && referred(attribute.data()).isEmpty()
        && !problems.isEmpty();
  }

  /** What tells users of personal data; of packages only, not of bundles. */
  Notices notices() {
    try {
      return app.form() == AppForm.PACKAGE
          ? app.archive().open(app.form().resources()).map(this::notices).orElse(Notices.NONE)
          : Notices.NONE;
    } catch (Malformed unreadable) {
      return Notices.NONE;
    }
  }

  private Notices notices(Bytes content) {
    ResourceTable read = ResourceTable.read(content);
    Notices found = Notices.of(read);
    read.problems().stream().limit(MAX_PROBLEMS).forEach(problems::add);
    return found;
  }

  /** What of the resources could not be read, so far as it was asked for; places in the package. */
  public List<Problem> problems() {
    return problems.stream()
        .distinct()
        .map(problem -> app.archive().inside(app.form().resources(), problem))
        .toList();
  }

  private Optional<String> referred(int id) {
    return known.computeIfAbsent(id, wanted -> found(AppForm.Values::text, wanted));
  }

  private Optional<String> found(
      Function<AppForm.Values, IntFunction<Optional<String>>> kind, int id) {
    try {
      return table.map(kind).flatMap(values -> values.apply(id));
    } catch (Malformed damaged) {
      if (problems.size() < MAX_PROBLEMS) {
        problems.add(damaged.problem());
      }
      return Optional.empty();
    }
  }
}
