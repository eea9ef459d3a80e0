package dev.assay.inspect;

import dev.assay.inspect.fault.Unexamined;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Described;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What inspectors found, in the order in which they did. Not for several threads. */
public final class Gathered implements Findings {
  private final List<Described> components = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();
  private final Set<String> unexamined = new HashSet<>();

  /** A file that an inspector could not read, and why. */
  public record Unread(Node file, Problem problem) {}

  /** What one inspector finds in one root. */
  public static Gathered by(Inspector inspector, Root root) {
    Gathered gathered = new Gathered();
    inspector.inspect(root, gathered);
    return gathered;
  }

  /** What stands for the same that is not examined is taken once. */
  @Override
  public void add(Described component) {
    if (!Unexamined.is(component) || unexamined.add(component.component().id())) {
      components.add(component);
    }
  }

  @Override
  public void problem(Node file, Problem problem) {
    unread.add(new Unread(file, problem));
  }

  /** Adds what others gathered. */
  public void addAll(Gathered others) {
    others.components.forEach(this::add);
    unread.addAll(others.unread);
  }

  /** Tells others all of it. */
  public void reportTo(Findings others) {
    components.forEach(others::add);
    unread.forEach(each -> others.problem(each.file, each.problem));
  }

  public List<Described> components() {
    return List.copyOf(components);
  }

  public List<Unread> unread() {
    return List.copyOf(unread);
  }
}
