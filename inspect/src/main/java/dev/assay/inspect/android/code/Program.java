package dev.assay.inspect.android.code;

import dev.assay.formats.Malformed;
import dev.assay.formats.dex.Dex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** All classes, methods and references of an app, under numbers of its own. */
final class Program {
  /** Kinds of reference; with a number in the lower bits they fit one int. */
  static final int CALL = 0;

  static final int VIRTUAL = 1;
  static final int SUPER = 2;
  static final int NEW = 3;
  static final int TOUCH = 4;
  private static final Set<String> CONTEXTS =
      Set.of(
          "Landroid/app/Activity;",
          "Landroid/app/Application;",
          "Landroid/app/Service;",
          "Landroid/content/ContextWrapper;",
          "Landroid/view/ContextThemeWrapper;");

  private static final int MOST_TEXT = 64 << 20;
  private static final int KIND = 28;
  private static final int NUMBER = (1 << KIND) - 1;

  /** A class that is defined or named somewhere. */
  static final class Type {
    final int number;
    final String descriptor;
    boolean defined;
    List<Type> parents = List.of();
    final Ints methods = new Ints();

    Type(int number, String descriptor) {
      this.number = number;
      this.descriptor = descriptor;
    }

    /** {@code org.example.Main$1}. */
    String name() {
      return descriptor.startsWith("L")
          ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
          : descriptor;
    }
  }

  private final Map<String, Integer> typeNumbers = new HashMap<>();
  private final List<Type> types = new ArrayList<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<String, Integer> prototypes = new HashMap<>();
  final Pairs signatures = new Pairs();

  /** Type and signature of every method that is called or defined. */
  final Pairs references = new Pairs();

  final Ints definedReference = new Ints();
  final Ints definedFlags = new Ints();
  final Ints definedDex = new Ints();
  final Ints definedCode = new Ints();
  final Ints edges = new Ints();
  final Ints firstEdge = new Ints();
  private final Ints definedByReference = new Ints();
  private final Numbered<List<String>> lineages = new Numbered<>();
  private final Ancestry ancestry = new Ancestry();
  private final List<String> texts = new ArrayList<>();
  private long text;

  int type(String descriptor) {
    Integer known = typeNumbers.get(descriptor);
    if (known != null) {
      return known;
    }
    typeNumbers.put(kept(descriptor), types.size());
    types.add(new Type(types.size(), descriptor));
    return types.size() - 1;
  }

  /** What a class is made of, once all classes are declared. */
  Ancestry ancestry() {
    return ancestry;
  }

  /**
   * Descriptors of a class and of all it is made of, as far as they are wanted; the answer is kept,
   * so the wish must always be the same. What the platform's own classes extend is not known, save
   * that many are contexts.
   */
  List<String> lineage(Type type, Predicate<String> wanted) {
    List<String> known = lineages.get(type.number);
    if (known == null) {
      known = lineage(type).stream().filter(wanted).toList();
      lineages.put(type.number, known);
    }
    return known;
  }

  private Set<String> lineage(Type type) {
    Set<String> found = new LinkedHashSet<>();
    for (Type each : ancestry.line(type)) {
      found.add(each.descriptor);
      if (CONTEXTS.contains(each.descriptor)) {
        found.add("Landroid/content/Context;");
      }
    }
    return found;
  }

  /** The number of a class the app defines. */
  Optional<Integer> defined(String descriptor) {
    return Optional.ofNullable(typeNumbers.get(descriptor)).filter(n -> types.get(n).defined);
  }

  Type type(int number) {
    return types.get(number);
  }

  List<Type> types() {
    return types;
  }

  int signature(String name, String prototype) {
    return signatures.number(text(names, name), text(prototypes, prototype));
  }

  private int text(Map<String, Integer> numbers, String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    numbers.put(kept(text), texts.size());
    texts.add(text);
    return texts.size() - 1;
  }

  /** Names can be put together in more ways than a file has bytes. */
  private String kept(String name) {
    text += name.length();
    if (text > MOST_TEXT) {
      throw new Malformed("dex.too-large", 0, "names of more than " + MOST_TEXT + " characters");
    }
    return name;
  }

  /** Name of a referenced method. */
  String nameOf(int reference) {
    return texts.get(signatures.first(references.second(reference)));
  }

  /** Descriptor of what a referenced method takes and gives. */
  String prototypeOf(int reference) {
    return texts.get(signatures.second(references.second(reference)));
  }

  Type ownerOf(int reference) {
    return types.get(references.first(reference));
  }

  /** A method with code begins; its edges follow. */
  int define(int reference, int flags, int dex, int code) {
    int method = definedReference.size();
    while (definedByReference.size() <= reference) {
      definedByReference.add(-1);
    }
    if (definedByReference.get(reference) < 0) {
      definedByReference.set(reference, method);
      ownerOf(reference).methods.add(method);
    }
    definedReference.add(reference);
    definedFlags.add(flags);
    definedDex.add(dex);
    definedCode.add(code);
    firstEdge.add(edges.size());
    return method;
  }

  void edge(int kind, int number) {
    edges.add(kind << KIND | number & NUMBER);
  }

  static int kind(int edge) {
    return edge >>> KIND;
  }

  static int number(int edge) {
    return edge & NUMBER;
  }

  /** One past the last edge of a method. */
  int lastEdge(int method) {
    return method + 1 < firstEdge.size() ? firstEdge.get(method + 1) : edges.size();
  }

  int methods() {
    return definedReference.size();
  }

  /** The method that has exactly this owner and signature; −1 where there is none. */
  int definition(int type, int signature) {
    int reference = references.find(type, signature);
    return reference >= 0 && reference < definedByReference.size()
        ? definedByReference.get(reference)
        : -1;
  }

  /** {@code org.example.Main.run}. */
  String shown(int method) {
    int reference = definedReference.get(method);
    return ownerOf(reference).name() + "." + nameOf(reference);
  }

  /** Takes in the classes of an executable, before code of any is read. */
  void declare(Dex dex) {
    for (int i = 0; i < dex.classes(); i++) {
      ClassReader.declare(this, dex, dex.classAt(i));
    }
  }
}
