package dev.assay.inspect.web;

import dev.assay.inspect.Draft;
import dev.assay.model.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * A fact that is a list, each element with the place that proves it; bounded, without repeats. An
 * element that is unknown stands for those that are too many.
 */
final class Places {
  private static final int MOST = 200;
  private static final String MORE = "…";

  private final String fact;
  private final List<String> values = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private String why = "";

  Places(String fact) {
    this.fact = fact;
  }

  void add(String value, Evidence where) {
    if (values.size() > MOST) {
      return;
    }
    String shown = Excerpts.masked(value);
    if (!values.contains(shown)) {
      values.add(values.size() < MOST ? shown : MORE);
      evidence.add(where);
    }
  }

  /** Says that nothing can be told while nothing was found. */
  void unknown(String reason) {
    why = why.isEmpty() ? reason : why;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  boolean contains(String value) {
    return values.contains(value);
  }

  List<String> values() {
    return List.copyOf(values);
  }

  /** Where an element was seen. */
  Evidence where(int index) {
    return evidence.get(index);
  }

  void write(Draft draft, Evidence nothing, String gap) {
    for (int i = 0; i < values.size(); i++) {
      // A test of the whole list shows all places, one of an element its own.
      draft.seen(fact, evidence.get(i));
      draft.seen(fact + "[" + i + "]", evidence.get(i));
    }
    if (values.size() > MOST) {
      draft.unknown(fact + "[" + MOST + "]", "there are more than " + MOST);
    }
    if (values.isEmpty()) {
      draft.seen(fact, nothing);
      String reason = why.isEmpty() ? gap : why;
      if (!reason.isEmpty()) {
        draft.unknown(fact, reason);
      }
    }
  }
}
