package dev.assay.cli.inspect;

import dev.assay.inspect.Inspection;
import dev.assay.inspect.opaque.OpaqueFacts;
import dev.assay.model.Artifact;
import dev.assay.model.Problem;
import dev.assay.report.Plain;
import dev.assay.report.terminal.Palette;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Prints what is in a product, one line an artifact, problems below it. */
public final class TreeView {
  private static final int INDENT = 2;

  private final Map<String, OpaqueFacts> opaque;
  private final Palette palette;
  private final PrintStream out;

  private TreeView(Map<String, OpaqueFacts> opaque, Palette palette, PrintStream out) {
    this.opaque = opaque;
    this.palette = palette;
    this.out = out;
  }

  public static void print(Inspection inspection, Palette palette, PrintStream out) {
    TreeView view = new TreeView(Opaque.byPath(inspection), palette, out);
    NavigableMap<String, Branch> top = new TreeMap<>();
    for (Artifact artifact : inspection.artifacts()) {
      view.place(top, artifact);
    }
    view.print(top);
  }

  /** A step of a path, with what stands there, if anything does. */
  private static final class Branch {
    private final NavigableMap<String, Branch> inside = new TreeMap<>();
    private Optional<Artifact> artifact = Optional.empty();
  }

  private record Line(String name, Branch branch, int depth) {}

  private void place(NavigableMap<String, Branch> top, Artifact artifact) {
    NavigableMap<String, Branch> level = top;
    String path = artifact.path();
    for (int start = 0; ; ) {
      int slash = path.indexOf('/', start);
      String step = slash < 0 ? path.substring(start) : path.substring(start, slash);
      // What a container is called must not differ from what its members' paths call it.
      String name = slash > 0 && step.endsWith("!") ? step.substring(0, step.length() - 1) : step;
      Branch branch = level.computeIfAbsent(name, unseen -> new Branch());
      if (slash < 0) {
        branch.artifact = Optional.of(artifact);
        return;
      }
      level = branch.inside;
      start = slash + 1;
    }
  }

  private void print(NavigableMap<String, Branch> top) {
    Deque<Line> pending = new ArrayDeque<>();
    push(top, 0, pending);
    while (!pending.isEmpty()) {
      Line line = pending.pop();
      print(line);
      push(line.branch().inside, line.depth() + 1, pending);
    }
  }

  private static void push(NavigableMap<String, Branch> level, int depth, Deque<Line> pending) {
    level.descendingMap().forEach((name, branch) -> pending.push(new Line(name, branch, depth)));
  }

  private void print(Line line) {
    String indent = " ".repeat(INDENT * line.depth());
    String name = indent + Plain.line(line.name());
    if (line.branch().artifact.isEmpty()) {
      out.println(String.format(Locale.ROOT, "%10s  %s/", "", name));
      return;
    }
    Artifact artifact = line.branch().artifact.get();
    boolean directory = artifact.type().equals("inode/directory");
    String size = artifact.sha256().isEmpty() ? "" : Plain.bytes(artifact.size());
    String target = artifact.link().isEmpty() ? "" : " -> " + Plain.line(artifact.link());
    String type = directory || !target.isEmpty() ? "" : "  " + Plain.line(artifact.type());
    out.println(
        String.format(Locale.ROOT, "%10s  %s", size, name + (directory ? "/" : "") + target)
            + palette.faint(type));
    String below = " ".repeat(12) + indent + "  ! ";
    OpaqueFacts facts = opaque.get(artifact.path());
    if (facts != null) {
      out.println(below + palette.strong(Plain.line(Look.of(facts))));
    }
    for (Problem problem : artifact.problems()) {
      String where =
          problem.offset() < 0 ? "" : String.format(Locale.ROOT, " at 0x%x", problem.offset());
      out.println(
          below + palette.strong(problem.code()) + where + ": " + Plain.line(problem.message()));
    }
  }
}
