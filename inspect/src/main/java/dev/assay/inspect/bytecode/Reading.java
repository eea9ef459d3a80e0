package dev.assay.inspect.bytecode;

import dev.assay.inspect.bytecode.ClassContent.Place;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One class being read. */
final class Reading {
  /** Packages of others, and places of one row, that are told. */
  private static final int MOST_PACKAGES = 1000;

  private static final int MOST_PLACES = 5;

  /** Places of one family; more than are told of an archive, and not to the cost of others. */
  private static final int MOST_OF_A_FAMILY = 100;

  private static final int LONGEST = 160;
  private static final String STATIC_INITIALIZER = "<clinit>";

  /** Families whose constants are secrets. */
  private static final Set<Family> SECRET =
      EnumSet.of(Family.FIXED_KEYS, Family.FIXED_PASSWORDS, Family.FIXED_VECTORS);

  private final ClassModel model;
  private final String name;
  private final String source;
  private final Map<String, MethodModel> methods = new TreeMap<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<Call, Integer> found = new HashMap<>();
  private final Map<String, Integer> families = new HashMap<>();

  Reading(ClassModel model) {
    this.model = model;
    this.name = model.thisClass().asInternalName();
    this.source =
        model
            .findAttribute(Attributes.sourceFile())
            .map(file -> file.sourceFile().stringValue())
            .orElse("");
    for (MethodModel method : model.methods()) {
      methods.putIfAbsent(name(method) + method.methodType().stringValue(), method);
    }
  }

  ClassContent content() {
    TreeSet<String> uses = new TreeSet<>();
    boolean tells = false;
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry named -> uses.add(packageOf(named.asInternalName()));
        case MemberRefEntry member ->
            tells = tells || !Call.of(member.owner().asInternalName()).isEmpty();
        case InvokeDynamicEntry made -> tells = tells || Permissive.isChecker(made);
        default -> {}
      }
    }
    uses.remove("");
    uses.remove(packageOf(name));
    parents();
    if (tells) {
      follow();
    }
    places.sort(Comparator.comparing(place -> Family.of(place.family())));
    return new ClassContent(
        name,
        model.majorVersion(),
        uses.stream().limit(MOST_PACKAGES).toList(),
        List.copyOf(places));
  }

  /** {@code java/io} of {@code java/io/File} and of an array of it. */
  private static String packageOf(String type) {
    int start = type.startsWith("[") ? type.indexOf('L') + 1 : 0;
    int slash = type.lastIndexOf('/');
    return slash < start ? "" : type.substring(start, slash);
  }

  private static String name(MethodModel method) {
    return method.methodName().stringValue();
  }

  private void parents() {
    List<String> parents = new ArrayList<>();
    model.superclass().ifPresent(parent -> parents.add(parent.asInternalName()));
    model.interfaces().forEach(parent -> parents.add(parent.asInternalName()));
    for (String parent : parents) {
      take(parent, Call.EXTENDS, List.of(), place("class", 0));
    }
    for (MethodModel method : methods.values()) {
      Permissive.of(method, parents)
          .ifPresent(
              family ->
                  add(
                      new Place(
                          family.fact(),
                          dotted(name),
                          place(name(method), 0),
                          name(method) + " accepts without a look")));
    }
  }

  private void follow() {
    Map<String, Value> fields = new HashMap<>();
    Optional.ofNullable(methods.get(STATIC_INITIALIZER + "()V"))
        .ifPresent(first -> follow(first, fields));
    for (MethodModel method : methods.values()) {
      if (!name(method).equals(STATIC_INITIALIZER)) {
        follow(method, fields);
      }
    }
  }

  private void follow(MethodModel method, Map<String, Value> fields) {
    String in = name(method);
    StraightLine.Seen seen =
        new StraightLine.Seen() {
          @Override
          public void member(String owner, String member, List<Value> arguments, int line) {
            take(owner, member, arguments, place(in, line));
          }

          @Override
          public void function(InvokeDynamicInstruction made, int line) {
            if (Permissive.accepts(made, methods)) {
              add(
                  new Place(
                      Family.ACCEPTS_ANY_NAME.fact(),
                      dotted(name),
                      place(in, line),
                      "a HostnameVerifier that accepts without a look"));
            }
          }
        };
    method.code().ifPresent(code -> new StraightLine(fields, seen).follow(code, name));
  }

  private void take(String owner, String member, List<Value> arguments, String where) {
    for (Call call : Call.of(owner)) {
      if (call.isMember(member)
          && call.holds(arguments)
          && found.merge(call, 1, Integer::sum) <= MOST_PLACES) {
        String shown = shown(call, member, arguments);
        add(new Place(call.family().fact(), call.what(), where, shown));
      }
    }
  }

  private void add(Place place) {
    if (families.merge(place.family(), 1, Integer::sum) <= MOST_OF_A_FAMILY) {
      places.add(place);
    }
  }

  private String place(String method, int line) {
    if (source.isEmpty()) {
      return method;
    }
    return method + " (" + source + (line > 0 ? ":" + line : "") + ")";
  }

  private static String shown(Call call, String member, List<Value> arguments) {
    String type = dotted(call.owner());
    if (member.equals(Call.EXTENDS)) {
      return member + " " + type;
    }
    List<String> texts =
        arguments.stream().map(each -> SECRET.contains(call.family()) ? "…" : text(each)).toList();
    String named = member.equals("<init>") ? "new " + type : type + "." + member;
    String shown = named + "(" + String.join(", ", texts) + ")";
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
  }

  private static String text(Value value) {
    return value.text().orElse("…");
  }

  private static String dotted(String type) {
    return type.replace('/', '.');
  }
}
