package dev.assay.inspect.android.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
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

  /** Receivers of calls are compared with classes so often at most. */
  private static final int MOST_COMPARED = 20_000_000;

  private static final int PRIVATE_STATIC_OR_CONSTRUCTOR = 0x2 | 0x8 | 0x10000;

  private final Program program;
  private final BitSet reached = new BitSet();
  private final BitSet live = new BitSet();
  private final BitSet touched = new BitSet();
  private final int[] caller;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final Ancestry ancestry;
  private final Numbered<List<Program.Type>> called = new Numbered<>();
  private final Numbered<Ints> bySignature = new Numbered<>();
  private final BitSet calledVirtually = new BitSet();
  private final BitSet calledDirectly = new BitSet();
  private int left = MOST_COMPARED;

  private Reach(Program program) {
    this.program = program;
    this.ancestry = program.ancestry();
    this.caller = new int[program.methods()];
  }

  /**
   * @param entries numbers of classes the system instantiates
   */
  static Reach from(Program program, Set<Integer> entries) {
    Reach reach = new Reach(program);
    for (int entry : entries) {
      reach.instance(entry, -1);
      // The system calls what a component has, whatever it overrides.
      Ints methods = program.type(entry).methods;
      for (int i = 0; i < methods.size(); i++) {
        reach.method(methods.get(i), -1);
      }
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
    while (!open.isEmpty() && left > 0) {
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
    if (isTangled()) {
      for (int m = reached.nextClearBit(0); m < caller.length; m = reached.nextClearBit(m)) {
        method(m, -1);
      }
    }
  }

  /** Whether calls could not be followed to the end; all code counts as reached then. */
  boolean isTangled() {
    return left == 0;
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
      Ints methods = program.type(type).methods;
      for (int i = 0; i < methods.size(); i++) {
        if (program.nameOf(program.definedReference.get(methods.get(i))).equals("<clinit>")) {
          method(methods.get(i), from);
        }
      }
    }
  }

  private void direct(int reference, int from) {
    if (calledDirectly.get(reference)) {
      return;
    }
    calledDirectly.set(reference);
    touch(program.references.first(reference), from);
    int signature = program.references.second(reference);
    for (Program.Type type : ancestry.line(program.ownerOf(reference))) {
      int found = type.defined ? program.definition(type.number, signature) : -1;
      if (found >= 0) {
        method(found, from);
        return;
      }
    }
  }

  private void virtual(int reference, int from) {
    if (calledVirtually.get(reference)) {
      return;
    }
    calledVirtually.set(reference);
    int signature = program.references.second(reference);
    Program.Type receiver = program.ownerOf(reference);
    List<Program.Type> receivers = called.get(signature);
    if (receivers == null) {
      receivers = new ArrayList<>();
      called.put(signature, receivers);
    }
    receivers.add(receiver);
    Ints candidates = bySignature.get(signature);
    for (int i = 0; candidates != null && i < candidates.size(); i++) {
      int candidate = candidates.get(i);
      if (related(program.ownerOf(program.definedReference.get(candidate)), receiver)) {
        method(candidate, from);
      }
    }
  }

  /** An instance of a class is also one of everything it extends. */
  private void instance(int number, int from) {
    Deque<Program.Type> made = new ArrayDeque<>(List.of(program.type(number)));
    while (!made.isEmpty()) {
      Program.Type type = made.pop();
      if (type.defined && !live.get(type.number)) {
        live.set(type.number);
        made(type, from);
        type.parents.reversed().forEach(made::push);
      }
    }
  }

  private void made(Program.Type type, int from) {
    touch(type.number, from);
    boolean calledBack = ancestry.line(type).stream().anyMatch(a -> !a.defined && !isQuiet(a));
    for (int i = 0; i < type.methods.size(); i++) {
      int method = type.methods.get(i);
      int reference = program.definedReference.get(method);
      if (program.nameOf(reference).equals("<init>")) {
        // Made by name or by the system, no call to its constructor is seen.
        method(method, from);
      }
      if ((program.definedFlags.get(method) & PRIVATE_STATIC_OR_CONSTRUCTOR) != 0) {
        continue;
      }
      int signature = program.references.second(reference);
      Ints methods = bySignature.get(signature);
      if (methods == null) {
        methods = new Ints();
        bySignature.put(signature, methods);
      }
      methods.add(method);
      if (calledBack || isCalled(signature, type)) {
        method(method, from);
      }
    }
  }

  private boolean isCalled(int signature, Program.Type type) {
    List<Program.Type> receivers = called.get(signature);
    return receivers != null && receivers.stream().anyMatch(each -> related(type, each));
  }

  private static boolean isQuiet(Program.Type type) {
    return QUIET.contains(type.descriptor);
  }

  private boolean related(Program.Type one, Program.Type other) {
    left = Math.max(left - 1, 0);
    return left > 0 && ancestry.related(one, other);
  }
}
