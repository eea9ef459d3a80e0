package dev.assay.inspect.android.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of things that have small numbers. */
final class Numbered<T> {
  private final List<@Nullable T> known = new ArrayList<>();

  /** Null where nothing is known. */
  @Nullable T get(int number) {
    return number < known.size() ? known.get(number) : null;
  }

  void put(int number, T value) {
    while (known.size() <= number) {
      known.add(null);
    }
    known.set(number, value);
  }
}
