package dev.assay.inspect.android.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which methods can run, beginning at the classes the system makes instances of. */
final class Reach {
  /** Interfaces and classes that nobody calls back: they say what an object is or contain it. */
  private static final Set<String> QUIET =
      Set.of(
          "Ljava/lang/Object;",
          "Ljava/lang/Enum;",
          "Ljava/io/Serializable;",
          "Ljava/lang/Cloneable;",
          "Ljava/lang/annotation/Annotation;");

  private static final int PRIVATE_STATIC_OR_CONSTRUCTOR = 0x2 | 0x8 | 0x10000;

  private final Program program;
  private final BitSet reached = new BitSet();
  private final BitSet live = new BitSet();
  private final BitSet touched = new BitSet();
  private final int[] caller;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final Map<Program.Type, Set<Program.Type>> ancestors = new HashMap<>();
  private final Map<Integer, List<Program.Type>> called = new HashMap<>();
  private final Map<Integer, List<Integer>> bySignature = new HashMap<>();
  private final BitSet calledReferences = new BitSet();
  private final Map<Program.Type, Integer> numbers = new HashMap<>();

  private Reach(Program program) {
    this.program = program;
    this.caller = new int[program.methods()];
    for (int i = 0; i < program.types().size(); i++) {
      numbers.put(program.type(i), i);
    }
  }

  /**
   * @param entries numbers of classes the system instantiates
   */
  static Reach from(Program program, Set<Integer> entries) {
    Reach reach = new Reach(program);
    for (int entry : entries) {
      reach.instance(entry, -1);
      // The system calls what a component has, whatever it overrides.
      program.type(entry).methods.forEach(method -> reach.method(method, -1));
    }
    reach.run();
    return reach;
  }

  boolean has(int method) {
    return reached.get(method);
  }

  /** Numbers of all methods that can run. */
  BitSet methods() {
    return reached;
  }

  /** Whether the app makes an instance of a class, or of one below it. */
  boolean isLive(int type) {
    return live.get(type);
  }

  /** The way from an entry point to a method, at most so many steps, entry first. */
  List<Integer> path(int method, int most) {
    Deque<Integer> path = new ArrayDeque<>();
    int at = method;
    while (at >= 0 && path.size() < most) {
      path.push(at);
      at = caller[at];
    }
    return new ArrayList<>(path);
  }

  private void run() {
    while (!open.isEmpty()) {
      int method = open.pop();
      int last = program.lastEdge(method);
      for (int i = program.firstEdge.get(method); i < last; i++) {
        int edge = program.edges.get(i);
        int number = Program.number(edge);
        switch (Program.kind(edge)) {
          case Program.NEW -> instance(number, method);
          case Program.TOUCH -> touch(number, method);
          case Program.VIRTUAL -> virtual(number, method);
          default -> direct(number, method);
        }
      }
    }
  }

  private void method(int method, int from) {
    if (!reached.get(method)) {
      reached.set(method);
      caller[method] = from;
      open.push(method);
    }
  }

  private void touch(int type, int from) {
    if (!touched.get(type)) {
      touched.set(type);
      for (int method : program.type(type).methods) {
        if (program.nameOf(program.definedReference.get(method)).equals("<clinit>")) {
          method(method, from);
        }
      }
    }
  }

  private void direct(int reference, int from) {
    touch(program.references.first(reference), from);
    int signature = program.references.second(reference);
    Set<Program.Type> seen = new HashSet<>();
    Deque<Program.Type> up = new ArrayDeque<>(List.of(program.ownerOf(reference)));
    while (!up.isEmpty()) {
      Program.Type type = up.poll();
      if (!type.defined || !seen.add(type)) {
        continue;
      }
      int found = program.definition(number(type), signature);
      if (found >= 0) {
        method(found, from);
        return;
      }
      up.addAll(type.parents);
    }
  }

  private void virtual(int reference, int from) {
    if (calledReferences.get(reference)) {
      return;
    }
    calledReferences.set(reference);
    int signature = program.references.second(reference);
    Program.Type receiver = program.ownerOf(reference);
    called.computeIfAbsent(signature, key -> new ArrayList<>()).add(receiver);
    for (int candidate : List.copyOf(bySignature.getOrDefault(signature, List.of()))) {
      Program.Type owner = program.ownerOf(program.definedReference.get(candidate));
      if (related(owner, receiver)) {
        method(candidate, from);
      }
    }
  }

  private void instance(int number, int from) {
    Program.Type type = program.type(number);
    if (!type.defined || live.get(number)) {
      return;
    }
    live.set(number);
    touch(number, from);
    boolean calledBack = ancestors(type).stream().anyMatch(a -> !a.defined && !isQuiet(a));
    for (int method : type.methods) {
      int reference = program.definedReference.get(method);
      if (program.nameOf(reference).equals("<init>")) {
        // Made by name or by the system, no call to its constructor is seen.
        method(method, from);
      }
      if ((program.definedFlags.get(method) & PRIVATE_STATIC_OR_CONSTRUCTOR) != 0) {
        continue;
      }
      int signature = program.references.second(reference);
      bySignature.computeIfAbsent(signature, key -> new ArrayList<>()).add(method);
      if (calledBack
          || called.getOrDefault(signature, List.of()).stream().anyMatch(r -> related(type, r))) {
        method(method, from);
      }
    }
    // An instance is also one of everything it extends.
    type.parents.forEach(parent -> instance(number(parent), from));
  }

  private static boolean isQuiet(Program.Type type) {
    return QUIET.contains(type.descriptor);
  }

  private boolean related(Program.Type one, Program.Type other) {
    return one == other || ancestors(one).contains(other) || ancestors(other).contains(one);
  }

  private Set<Program.Type> ancestors(Program.Type type) {
    Set<Program.Type> known = ancestors.get(type);
    if (known != null) {
      return known;
    }
    Set<Program.Type> found = new LinkedHashSet<>();
    Deque<Program.Type> up = new ArrayDeque<>(type.parents);
    while (!up.isEmpty()) {
      Program.Type next = up.poll();
      if (found.add(next)) {
        up.addAll(next.parents);
      }
    }
    ancestors.put(type, found);
    return found;
  }

  private int number(Program.Type type) {
    return numbers.getOrDefault(type, -1);
  }
}
