package dev.assay.catalogue.expression;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Codes of functions and operators; those with constants have their own for speed. */
final class Calls {
  private Calls() {}

  record One(Function function, Code argument) implements Code {
    @Override
    public Object value(Frame frame) {
      Object a = argument.value(frame);
      return a instanceof Unknown ? a : Functions.apply(function, a);
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      argument.blame(frame, trace);
    }
  }

  record Two(Function function, Code left, Code right) implements Code {
    @Override
    public Object value(Frame frame) {
      Object a = left.value(frame);
      Object b = right.value(frame);
      return a instanceof Unknown || b instanceof Unknown
          ? Unknown.of(a, b)
          : Functions.apply(function, a, b);
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      left.blame(frame, trace);
      right.blame(frame, trace);
    }
  }

  record Equal(Code left, Code right) implements Code {
    @Override
    public Object value(Frame frame) {
      Object a = left.value(frame);
      Object b = right.value(frame);
      return a instanceof Unknown || b instanceof Unknown ? Unknown.of(a, b) : Values.equal(a, b);
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      left.blame(frame, trace);
      right.blame(frame, trace);
    }
  }

  /** Comparison with a scalar constant. */
  record EqualConstant(Code left, Object constant) implements Code {
    @Override
    public Object value(Frame frame) {
      Object a = left.value(frame);
      return a instanceof Unknown ? a : (Object) constant.equals(a);
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      left.blame(frame, trace);
    }
  }

  /** Membership in a list of scalar constants. */
  record InConstants(Code left, Set<Object> constants) implements Code {
    @Override
    public Object value(Frame frame) {
      Object a = left.value(frame);
      return a instanceof Unknown ? a : (Object) constants.contains(a);
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      left.blame(frame, trace);
    }
  }

  record In(Code wanted, Code container) implements Code {
    @Override
    public Object value(Frame frame) {
      Object a = wanted.value(frame);
      Object b = container.value(frame);
      return a instanceof Unknown || b instanceof Unknown
          ? Unknown.of(a, b)
          : Functions.apply(Function.IN, a, b);
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      wanted.blame(frame, trace);
      Object key = wanted.value(frame);
      Optional<String> path = container.path(frame);
      if (path.isEmpty() || !Boolean.TRUE.equals(value(frame))) {
        container.blame(frame, trace);
      } else if (container.value(frame) instanceof Map<?, ?> map) {
        Object there = map.get(key);
        if (there != null) {
          trace.note(Paths.element(path.get(), key), there);
        }
      } else {
        int index = 0;
        for (Object element : (Collection<?>) container.value(frame)) {
          if (Values.equal(element, key)) {
            trace.note(Paths.element(path.get(), index), key);
          }
          index++;
        }
      }
    }
  }

  /** Search by a constant regular expression. */
  record MatchesConstant(Code text, Pattern pattern) implements Code {
    @Override
    public Object value(Frame frame) {
      Object a = text.value(frame);
      return a instanceof Unknown ? a : (Object) pattern.matcher((String) a).find();
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      text.blame(frame, trace);
    }
  }

  /**
   * @param what the container as its author wrote it
   */
  record Index(Code container, Code key, String what) implements Code {
    @Override
    public Object value(Frame frame) {
      Object a = container.value(frame);
      Object b = key.value(frame);
      if (a instanceof Unknown || b instanceof Unknown) {
        return Unknown.of(a, b);
      }
      Object found = a instanceof Map<?, ?> map ? map.get(b) : at(Values.list(a), (Long) b);
      return found == null ? Unknown.because(what + " has no entry " + b) : Values.of(found);
    }

    @Override
    public Optional<String> path(Frame frame) {
      return container.path(frame).map(path -> Paths.element(path, key.value(frame)));
    }

    @Override
    public List<String> origins(Frame frame) {
      return path(frame).map(path -> Paths.ofElements(path, value(frame))).orElse(List.of());
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      path(frame)
          .ifPresentOrElse(
              path -> trace.note(path, value(frame)), () -> container.blame(frame, trace));
      key.blame(frame, trace); // after the entry: a key that a loop runs with has the entry's path
    }

    private static @org.jspecify.annotations.Nullable Object at(List<?> list, long index) {
      return index < 0 || index >= list.size() ? null : list.get((int) index);
    }
  }

  record ListOf(List<Code> elements) implements Code {
    @Override
    public Object value(Frame frame) {
      List<Object> values = new ArrayList<>(elements.size());
      for (Code element : elements) {
        Object value = element.value(frame);
        if (value instanceof Unknown) {
          return value;
        }
        values.add(value);
      }
      return values;
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      elements.forEach(element -> element.blame(frame, trace));
    }
  }

  record MapOf(List<Code> keys, List<Code> values) implements Code {
    @Override
    public Object value(Frame frame) {
      Map<Object, Object> made = new LinkedHashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        Object key = keys.get(i).value(frame);
        Object value = values.get(i).value(frame);
        if (key instanceof Unknown || value instanceof Unknown) {
          return Unknown.of(key, value);
        }
        if (made.put(key, value) != null) {
          return Unknown.because("a map literal has the key " + key + " twice");
        }
      }
      return made;
    }

    @Override
    public void blame(Frame frame, Trace trace) {
      keys.forEach(key -> key.blame(frame, trace));
      values.forEach(value -> value.blame(frame, trace));
    }
  }
}
