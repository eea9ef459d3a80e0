package dev.assay.formats.dex;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;

/** Reads encoded values. */
final class Values {
  private static final int MAX_DEPTH = 20;
  private static final int MAX_VALUES = 1 << 16;

  private final Uleb next;
  private int left = MAX_VALUES;

  Values(Block data, int at) {
    this.next = new Uleb(data, at);
  }

  /** Values of an array without a header of its own. */
  List<Value> array() {
    return array(0);
  }

  /** An annotation: its type, then its elements, whose names are left out. */
  Value annotation() {
    return annotation(0);
  }

  private List<Value> array(int depth) {
    long size = Integer.toUnsignedLong(next.next());
    List<Value> values = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      values.add(value(depth));
    }
    return values;
  }

  private Value annotation(int depth) {
    int type = next.next();
    long size = Integer.toUnsignedLong(next.next());
    List<Value> elements = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      next.next();
      elements.add(value(depth));
    }
    return new Value(0x1D, type, List.copyOf(elements));
  }

  private Value value(int depth) {
    if (depth > MAX_DEPTH || --left < 0) {
      throw new Malformed("dex.value", next.at(), "values nest too deep or are too many");
    }
    int head = next.octet();
    int type = head & 0x1F;
    int argument = head >> 5;
    return switch (type) {
      case 0x1C -> new Value(type, 0, List.copyOf(array(depth + 1)));
      case 0x1D -> annotation(depth + 1);
      case 0x1E -> new Value(type, 0, List.of());
      case 0x1F -> new Value(type, argument, List.of());
      default -> new Value(type, number(type, argument + 1), List.of());
    };
  }

  private long number(int type, int size) {
    if (size > 8) {
      throw new Malformed("dex.value", next.at(), "a number of " + size + " bytes");
    }
    long bits = 0;
    for (int i = 0; i < size; i++) {
      bits |= (long) next.octet() << 8 * i;
    }
    boolean signed = type <= 0x06 && type != 0x03;
    int unused = 64 - 8 * size;
    return signed ? bits << unused >> unused : bits;
  }
}
