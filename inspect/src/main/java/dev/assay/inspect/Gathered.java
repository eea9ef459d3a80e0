package dev.assay.inspect;

import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Described;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** What inspectors found, in the order in which they did. Not for several threads. */
public final class Gathered implements Findings {
  private final List<Described> components = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();

  /** A file that an inspector could not read, and why. */
  public record Unread(Node file, Problem problem) {}

  /** What one inspector finds in one root. */
  public static Gathered by(Inspector inspector, Root root) {
    Gathered gathered = new Gathered();
    inspector.inspect(root, gathered);
    return gathered;
  }

  @Override
  public void add(Described component) {
    components.add(component);
  }

  @Override
  public void problem(Node file, Problem problem) {
    unread.add(new Unread(file, problem));
  }

  /** Adds what others gathered. */
  public void addAll(Gathered others) {
    components.addAll(others.components);
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
