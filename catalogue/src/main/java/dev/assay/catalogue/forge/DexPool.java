package dev.assay.catalogue.forge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of a DEX file in the order the format demands; complete before numbers are asked. */
final class DexPool {
  /** A method's prototype. */
  record Proto(String returned, List<String> parameters) {
    String shorty() {
      StringBuilder text = new StringBuilder().append(letter(returned));
      parameters.forEach(each -> text.append(letter(each)));
      return text.toString();
    }

    private static char letter(String type) {
      return type.startsWith("[") ? 'L' : type.charAt(0);
    }
  }

  /** A method or field; a field's kind has no parameters. */
  record Ref(String owner, String name, Proto kind) {}

  private final TreeSet<String> strings = new TreeSet<>();
  private final TreeSet<String> types = new TreeSet<>();
  private final List<Proto> protos = new ArrayList<>();
  private final List<Ref> methods = new ArrayList<>();
  private final List<Ref> fields = new ArrayList<>();
  private final TreeMap<String, Integer> stringNumbers = new TreeMap<>();
  private final TreeMap<String, Integer> typeNumbers = new TreeMap<>();

  void string(String text) {
    strings.add(text);
  }

  void type(String descriptor) {
    strings.add(descriptor);
    types.add(descriptor);
  }

  void method(Ref ref) {
    type(ref.owner());
    strings.add(ref.name());
    proto(ref.kind());
    if (!methods.contains(ref)) {
      methods.add(ref);
    }
  }

  void field(Ref ref) {
    type(ref.owner());
    type(ref.kind().returned());
    strings.add(ref.name());
    if (!fields.contains(ref)) {
      fields.add(ref);
    }
  }

  private void proto(Proto proto) {
    type(proto.returned());
    proto.parameters().forEach(this::type);
    strings.add(proto.shorty());
    if (!protos.contains(proto)) {
      protos.add(proto);
    }
  }

  /** Gives numbers to all that was named. */
  void sort() {
    strings.forEach(text -> stringNumbers.put(text, stringNumbers.size()));
    types.forEach(type -> typeNumbers.put(type, typeNumbers.size()));
    protos.sort(
        Comparator.comparing((Proto p) -> number(p.returned()))
            .thenComparing(DexPool::joined, (a, b) -> compare(a, b)));
    Comparator<Ref> byOwner =
        Comparator.comparing((Ref r) -> number(r.owner()))
            .thenComparing(r -> stringNumber(r.name()));
    methods.sort(byOwner.thenComparing(r -> protos.indexOf(r.kind())));
    fields.sort(byOwner.thenComparing(r -> number(r.kind().returned())));
  }

  private static List<String> joined(Proto proto) {
    return proto.parameters();
  }

  private int compare(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = Integer.compare(number(a.get(i)), number(b.get(i)));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  List<String> strings() {
    return List.copyOf(strings);
  }

  List<String> types() {
    return List.copyOf(types);
  }

  List<Proto> protos() {
    return protos;
  }

  List<Ref> methods() {
    return methods;
  }

  List<Ref> fields() {
    return fields;
  }

  int stringNumber(String text) {
    return stringNumbers.getOrDefault(text, -1);
  }

  int number(String type) {
    return typeNumbers.getOrDefault(type, -1);
  }

  int number(Proto proto) {
    return protos.indexOf(proto);
  }

  int methodNumber(Ref ref) {
    return methods.indexOf(ref);
  }

  int fieldNumber(Ref ref) {
    return fields.indexOf(ref);
  }
}
