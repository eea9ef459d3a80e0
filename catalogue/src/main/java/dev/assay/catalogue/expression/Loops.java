package dev.assay.catalogue.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Codes of CEL's macros. */
final class Loops {
  private Loops() {}

  /** {@code all} where {@code deciding} is false, {@code exists} where it is true. */
  record Search(Code range, int depth, Code body, Boolean deciding) implements Code {
    @Override
    public Object value(Frame frame) {
      Object over = range.value(frame);
      if (over instanceof Unknown) {
        return over;
      }
      Unknown missing = null;
      for (Object element : Values.elements(over)) {
        frame.variables()[depth] = Values.of(element);
        Object verdict = body.value(frame);
        if (deciding.equals(verdict)) {
          return verdict;
        }
        if (verdict instanceof Unknown unknown) {
          missing = missing == null ? unknown : missing.and(unknown);
        }
      }
      return missing == null ? !deciding : missing;
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      if (deciding.equals(value(frame))) {
        blameElements(range, depth, body, deciding, frame, trace);
      } else {
        range.blame(frame, trace);
      }
    }
  }

  record ExistsOne(Code range, int depth, Code body) implements Code {
    @Override
    public Object value(Frame frame) {
      Object over = range.value(frame);
      if (over instanceof Unknown) {
        return over;
      }
      int found = 0;
      for (Object element : Values.elements(over)) {
        frame.variables()[depth] = Values.of(element);
        Object verdict = body.value(frame);
        if (verdict instanceof Unknown) {
          return verdict;
        }
        found += Boolean.TRUE.equals(verdict) ? 1 : 0;
      }
      return found == 1;
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      blameElements(range, depth, body, Boolean.TRUE, frame, trace);
    }
  }

  record Filter(Code range, int depth, Code body) implements Code {
    @Override
    public Object value(Frame frame) {
      Object over = range.value(frame);
      if (over instanceof Unknown) {
        return over;
      }
      List<Object> chosen = new ArrayList<>();
      for (Object element : Values.elements(over)) {
        Object value = Values.of(element);
        frame.variables()[depth] = value;
        Object verdict = body.value(frame);
        if (verdict instanceof Unknown) {
          return verdict;
        }
        if (Boolean.TRUE.equals(verdict)) {
          chosen.add(value);
        }
      }
      return chosen;
    }

    @Override
    public List<String> origins(Frame frame) {
      List<String> chosen = new ArrayList<>();
      each(
          range,
          depth,
          frame,
          (origin) -> {
            if (Boolean.TRUE.equals(body.value(frame))) {
              chosen.add(origin);
            }
          });
      return chosen;
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      blameElements(range, depth, body, Boolean.TRUE, frame, trace);
    }
  }

  record Transform(Code range, int depth, Code body) implements Code {
    @Override
    public Object value(Frame frame) {
      Object over = range.value(frame);
      if (over instanceof Unknown) {
        return over;
      }
      Collection<?> elements = Values.elements(over);
      List<Object> made = new ArrayList<>(elements.size());
      for (Object element : elements) {
        frame.variables()[depth] = Values.of(element);
        Object value = body.value(frame);
        if (value instanceof Unknown) {
          return value;
        }
        made.add(value);
      }
      return made;
    }

    @Override
    public List<String> origins(Frame frame) {
      List<String> paths = new ArrayList<>();
      each(range, depth, frame, (origin) -> paths.add(body.path(frame).orElse(origin)));
      return paths;
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      range.blame(frame, trace);
    }
  }

  /** Called with the variable and its origin set. */
  private interface Step {
    void at(String origin);
  }

  private static void each(Code range, int depth, Frame frame, Step step) {
    Object over = range.value(frame);
    if (over instanceof Unknown) {
      return;
    }
    List<String> origins = range.origins(frame);
    int i = 0;
    for (Object element : Values.elements(over)) {
      String origin = i < origins.size() ? origins.get(i) : "";
      frame.variables()[depth] = Values.of(element);
      frame.origins()[depth] = origin;
      step.at(origin);
      i++;
    }
  }

  /**
   * Blames what the body read on each element where it gave {@code wanted}; the list as a whole
   * where it did on none.
   */
  private static void blameElements(
      Code range, int depth, Code body, Boolean wanted, Frame frame, Trace trace) {
    boolean[] some = {false};
    each(
        range,
        depth,
        frame,
        (origin) -> {
          if (wanted.equals(body.value(frame))) {
            some[0] = true;
            // An element of no known place is told by the list it is in.
            if (origin.isEmpty()) {
              range.blame(frame, trace);
            } else {
              body.blame(frame, trace);
              trace.note(origin, frame.variables()[depth]);
            }
          }
        });
    if (!some[0]) {
      range.blame(frame, trace);
    }
  }
}
