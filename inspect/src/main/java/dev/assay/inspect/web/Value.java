package dev.assay.inspect.web;

import dev.assay.inspect.Draft;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;

/** A fact that is one value: the default until something sets it. */
final class Value<T> {
  private static final int MOST_EVIDENCE = 20;

  private final String fact;
  private T value;
  private boolean set;
  private boolean open;
  private String why = "";
  private final List<Evidence> evidence = new ArrayList<>();

  Value(String fact, T otherwise) {
    this.fact = fact;
    this.value = otherwise;
  }

  /** What holds where nothing sets it. */
  void otherwise(T preset) {
    if (!set) {
      value = preset;
    }
  }

  /** Sets it; the last one wins and its place is the evidence. */
  void set(T newValue, Evidence where) {
    evidence.clear();
    value = newValue;
    set = true;
    evidence.add(where);
  }

  /** Adds a further place that proves the value. */
  void also(Evidence where) {
    if (evidence.size() < MOST_EVIDENCE) {
      evidence.add(where);
    }
  }

  /** Says that it cannot be told as long as nothing sets it. */
  void unknown(String reason) {
    why = why.isEmpty() ? reason : why;
  }

  /** Says that a good value found elsewhere does not tell all; a bad one still does. */
  void leaveOpen(String reason) {
    unknown(reason);
    open = true;
  }

  boolean isSet() {
    return set;
  }

  T get() {
    return value;
  }

  void write(Draft draft, Evidence silent, String gap) {
    if (evidence.isEmpty()) {
      draft.seen(fact, silent);
    }
    evidence.forEach(where -> draft.seen(fact, where));
    String reason = why.isEmpty() ? gap : why;
    boolean good = set && !Boolean.FALSE.equals(value) && !Long.valueOf(0).equals(value);
    if (!reason.isEmpty() && (!set || open && good)) {
      draft.unknown(fact, reason);
    }
  }
}
