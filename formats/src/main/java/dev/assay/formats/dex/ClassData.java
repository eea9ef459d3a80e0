package dev.assay.formats.dex;

import dev.assay.formats.Block;

/** Reads the list of a class's fields and methods. */
final class ClassData {
  private ClassData() {}

  /** Told of every method in its order. */
  interface Methods {
    void method(int method, int flags, int code);
  }

  /** Told what each entry costs, so that a caller may bound the whole. */
  interface Cost {
    void spend(long amount, int at);
  }

  static void read(Block data, int at, Cost cost, Methods methods) {
    Uleb next = new Uleb(data, at);
    long fields = Integer.toUnsignedLong(next.next()) + Integer.toUnsignedLong(next.next());
    int direct = next.next();
    int virtual = next.next();
    for (long i = 0; i < fields; i++) {
      cost.spend(2, at);
      next.next();
      next.next();
    }
    methods(next, direct, cost, methods);
    methods(next, virtual, cost, methods);
  }

  private static void methods(Uleb next, int count, Cost cost, Methods methods) {
    int method = 0;
    for (long i = Integer.toUnsignedLong(count); i > 0; i--) {
      cost.spend(3, next.at());
      method += next.next();
      int flags = next.next();
      methods.method(method, flags, next.next());
    }
  }

  /** Numbers of the static fields, in the order their values are listed. */
  static int[] staticFields(Block data, int at, int most) {
    Uleb next = new Uleb(data, at);
    long claimed = Integer.toUnsignedLong(next.next());
    next.next();
    next.next();
    next.next();
    int[] fields = new int[(int) Math.min(most, Math.min(claimed, data.size() / 2))];
    int field = 0;
    for (int i = 0; i < fields.length; i++) {
      field += next.next();
      fields[i] = field;
      next.next();
    }
    return fields;
  }
}
