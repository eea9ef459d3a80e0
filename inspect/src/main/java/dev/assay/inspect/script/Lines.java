package dev.assay.inspect.script;

import java.util.Arrays;

/** A text by its lines, which are counted from 1. */
final class Lines {
  private final String text;
  private final int[] starts;

  Lines(String text) {
    this.text = text;
    int[] found = new int[64];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = at + 1;
    }
    this.starts = Arrays.copyOf(found, count);
  }

  String text() {
    return text;
  }

  /** The line in which a character stands. */
  int number(int at) {
    int found = Arrays.binarySearch(starts, at);
    return found >= 0 ? found + 1 : -found - 1;
  }

  int start(int number) {
    return starts[number - 1];
  }

  /** Where its newline stands, or the text ends. */
  int end(int number) {
    return number == starts.length ? text.length() : starts[number] - 1;
  }
}
