package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The code of one method: uses of members one after another, each with constants as arguments.
 *
 * @param ins registers the method itself is given
 */
record DexCode(int ins, List<Use> uses) {
  /** How a member is used. */
  enum How {
    VIRTUAL(0x74),
    DIRECT(0x76),
    STATIC(0x77),
    NEW(0x76),
    FIELD(0x62),
    STRING(0x1A);

    final int opcode;

    How(int opcode) {
      this.opcode = opcode;
    }
  }

  /**
   * One use.
   *
   * @param arguments numbers, texts, or null references as empty options; the receiver first
   */
  record Use(How how, DexPool.Ref member, List<Object> arguments) {}

  void collect(DexPool pool) {
    for (Use use : uses) {
      switch (use.how()) {
        case FIELD -> pool.field(use.member());
        case STRING -> {}
        default -> pool.method(use.member());
      }
      use.arguments().stream()
          .filter(String.class::isInstance)
          .forEach(text -> pool.string((String) text));
    }
  }

  int registers() {
    return ins + uses.stream().mapToInt(use -> width(use) + 1).max().orElse(0);
  }

  private static int width(Use use) {
    return use.arguments().stream().mapToInt(each -> each instanceof Long ? 2 : 1).sum();
  }

  int outs() {
    return Math.max(1, uses.stream().mapToInt(DexCode::width).max().orElse(0));
  }

  /** Instructions, in units of two bytes. */
  List<Integer> units(DexPool pool) {
    List<Integer> units = new ArrayList<>();
    for (Use use : uses) {
      int register = 0;
      for (Object argument : use.arguments()) {
        register += load(register, argument, pool, units);
      }
      switch (use.how()) {
        case FIELD -> add(units, use.how().opcode, pool.fieldNumber(use.member()));
        case STRING -> {}
        case NEW -> {
          add(units, 0x22, pool.number(use.member().owner()));
          call(units, use, pool, register);
        }
        default -> call(units, use, pool, register);
      }
    }
    units.add(0x0E);
    return units;
  }

  private static void call(List<Integer> units, Use use, DexPool pool, int count) {
    units.add(use.how().opcode | count << 8);
    units.add(pool.methodNumber(use.member()));
    units.add(0);
  }

  private static void add(List<Integer> units, int opcode, int number) {
    units.add(opcode);
    units.add(number);
  }

  private static int load(int register, Object value, DexPool pool, List<Integer> units) {
    switch (value) {
      case String text -> add(units, 0x1A | register << 8, pool.stringNumber(text));
      case Integer number -> {
        units.add(0x14 | register << 8);
        units.add(number & 0xFFFF);
        units.add(number >>> 16);
      }
      case Long number -> add(units, 0x16 | register << 8, number.intValue() & 0xFFFF);
      default -> add(units, 0x13 | register << 8, 0);
    }
    return value instanceof Long ? 2 : 1;
  }

  static byte[] leb(int value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int rest = value;
    while (rest > 0x7F) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
    return out.toByteArray();
  }
}
