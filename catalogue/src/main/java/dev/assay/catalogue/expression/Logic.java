package dev.assay.catalogue.expression;

import java.util.List;
import java.util.Optional;

/** Codes of three-valued logic: and, or, not, choice. */
final class Logic {
  private Logic() {}

  record And(Code left, Code right) implements Code {
    @Override
    public Object value(Frame frame) {
      Object first = left.value(frame);
      if (Boolean.FALSE.equals(first)) {
        return first;
      }
      Object second = right.value(frame);
      if (Boolean.TRUE.equals(first) || Boolean.FALSE.equals(second)) {
        return second;
      }
      return Unknown.of(first, second);
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      blameSides(left, right, Boolean.FALSE, frame, trace);
    }
  }

  record Or(Code left, Code right) implements Code {
    @Override
    public Object value(Frame frame) {
      Object first = left.value(frame);
      if (Boolean.TRUE.equals(first)) {
        return first;
      }
      Object second = right.value(frame);
      if (Boolean.FALSE.equals(first) || Boolean.TRUE.equals(second)) {
        return second;
      }
      return Unknown.of(first, second);
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      blameSides(left, right, Boolean.TRUE, frame, trace);
    }
  }

  record Not(Code of) implements Code {
    @Override
    public Object value(Frame frame) {
      Object value = of.value(frame);
      return value instanceof Boolean truth ? (Object) !truth : value;
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      of.blame(frame, trace);
    }
  }

  record Choice(Code condition, Code yes, Code no) implements Code {
    @Override
    public Object value(Frame frame) {
      Object chosen = condition.value(frame);
      return chosen instanceof Boolean truth ? (truth ? yes : no).value(frame) : chosen;
    }

    @Override
    public Optional<String> path(Frame frame) {
      return condition.value(frame) instanceof Boolean truth
          ? (truth ? yes : no).path(frame)
          : Optional.empty();
    }

    @Override
    public List<String> origins(Frame frame) {
      return condition.value(frame) instanceof Boolean truth
          ? (truth ? yes : no).origins(frame)
          : List.of();
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      condition.blame(frame, trace);
      if (condition.value(frame) instanceof Boolean truth) {
        (truth ? yes : no).blame(frame, trace);
      }
    }
  }

  /** One deciding side is to blame alone; without one, both are. */
  private static void blameSides(
      Code left, Code right, Boolean deciding, Frame frame, Trace trace) {
    boolean first = deciding.equals(left.value(frame));
    boolean second = deciding.equals(right.value(frame));
    if (first || !second) {
      left.blame(frame, trace);
    }
    if (second || !first) {
      right.blame(frame, trace);
    }
  }
}
