package dev.assay.inspect.identity.code;

import dev.assay.inspect.identity.code.Value.Argument;
import dev.assay.inspect.identity.code.Value.Number;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** Registers and what was stored while a function runs. */
final class Registers {
  private final Value[] values;
  private final Map<Place, Long> stored = new HashMap<>();

  /**
   * @param count how many there are
   * @param arguments numbers of those that hold the arguments when the function is called
   */
  Registers(int count, int... arguments) {
    values = new Value[count];
    Arrays.fill(values, Value.UNKNOWN);
    for (int i = 0; i < arguments.length; i++) {
      values[arguments[i]] = new Argument(i);
    }
  }

  Value get(int register) {
    return values[register];
  }

  /** Known to the caller: false, so that a step that sets a register can end with it. */
  boolean set(int register, Value value) {
    values[register] = value;
    return true;
  }

  boolean set(int register, long number) {
    return set(register, new Number(number));
  }

  /** Sets a register to what a number in another one becomes; what is not known stays so. */
  boolean change(int register, int from, LongUnaryOperator operator) {
    return set(
        register,
        get(from) instanceof Number(long number)
            ? new Number(operator.applyAsLong(number))
            : Value.UNKNOWN);
  }

  /** Whether a number is stored where an argument points; all else is not followed. */
  boolean store(Value value, int base, long offset, int bytes) {
    if (value instanceof Number(long number) && get(base) instanceof Argument(int index)) {
      stored.put(new Place(index, offset), number & (-1L >>> (64 - 8 * bytes)));
      return true;
    }
    return false;
  }

  Map<Place, Long> stored() {
    return Map.copyOf(stored);
  }
}
