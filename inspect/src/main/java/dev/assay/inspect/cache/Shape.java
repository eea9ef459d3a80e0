package dev.assay.inspect.cache;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the values of one type are written. Lists, sets and maps keep their order. */
sealed interface Shape {
  void write(ValueWriter out, Object value);

  Object read(ValueReader in);

  /**
   * @throws IllegalArgumentException if there is none for that type
   */
  static Shape of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      Class<?> raw = (Class<?>) generic.getRawType();
      if (raw == List.class) {
        return new ListOf(of(of[0]));
      } else if (raw == Set.class) {
        return new SetOf(of(of[0]));
      } else if (raw == Map.class) {
        return new MapOf(of(of[0]), of(of[1]));
      } else if (raw == Optional.class) {
        return new OptionalOf(of(of[0]));
      }
    } else if (type instanceof Class<?> plain) {
      if (plain == String.class) {
        return new Text();
      } else if (plain == boolean.class || plain == Boolean.class) {
        return new Flag();
      } else if (plain == int.class || plain == Integer.class) {
        return new Int();
      } else if (plain == long.class || plain == Long.class) {
        return new Number();
      } else if (plain == double.class || plain == Double.class) {
        return new Real();
      } else if (plain.isEnum()) {
        return new Word(plain.getEnumConstants());
      } else if (plain.isRecord()) {
        return new Nested(RecordCodec.of(plain));
      }
    }
    throw new IllegalArgumentException(type + " is not of a type that facts have");
  }

  record Text() implements Shape {
    @Override
    public void write(ValueWriter out, Object value) {
      out.text((String) value);
    }

    @Override
    public Object read(ValueReader in) {
      return in.text();
    }
  }

  record Flag() implements Shape {
    @Override
    public void write(ValueWriter out, Object value) {
      out.flag((Boolean) value);
    }

    @Override
    public Object read(ValueReader in) {
      return in.flag();
    }
  }

  record Int() implements Shape {
    @Override
    public void write(ValueWriter out, Object value) {
      out.number((Integer) value);
    }

    @Override
    public Object read(ValueReader in) {
      return in.integer();
    }
  }

  record Number() implements Shape {
    @Override
    public void write(ValueWriter out, Object value) {
      out.number((Long) value);
    }

    @Override
    public Object read(ValueReader in) {
      return in.number();
    }
  }

  record Real() implements Shape {
    @Override
    public void write(ValueWriter out, Object value) {
      out.real((Double) value);
    }

    @Override
    public Object read(ValueReader in) {
      return in.real();
    }
  }

  record Word(Object[] constants) implements Shape {
    @Override
    public void write(ValueWriter out, Object value) {
      out.number(((Enum<?>) value).ordinal());
    }

    @Override
    public Object read(ValueReader in) {
      long ordinal = in.number();
      if (ordinal < 0 || ordinal >= constants.length) {
        throw new BadEntry("no constant " + ordinal);
      }
      return constants[(int) ordinal];
    }
  }

  record Nested(RecordCodec codec) implements Shape {
    @Override
    public void write(ValueWriter out, Object value) {
      codec.write(out, value);
    }

    @Override
    public Object read(ValueReader in) {
      return codec.read(in);
    }
  }

  record OptionalOf(Shape of) implements Shape {
    @Override
    public void write(ValueWriter out, Object value) {
      Optional<?> optional = (Optional<?>) value;
      out.flag(optional.isPresent());
      optional.ifPresent(present -> of.write(out, present));
    }

    @Override
    public Object read(ValueReader in) {
      return in.flag() ? Optional.of(of.read(in)) : Optional.empty();
    }
  }

  record ListOf(Shape of) implements Shape {
    @Override
    public void write(ValueWriter out, Object value) {
      Collection<?> items = (Collection<?>) value;
      out.number(items.size());
      items.forEach(item -> of.write(out, item));
    }

    @Override
    public Object read(ValueReader in) {
      int count = in.count();
      List<Object> items = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        items.add(of.read(in));
      }
      return Collections.unmodifiableList(items);
    }
  }

  record SetOf(Shape of) implements Shape {
    @Override
    public void write(ValueWriter out, Object value) {
      Collection<?> items = (Collection<?>) value;
      out.number(items.size());
      items.forEach(item -> of.write(out, item));
    }

    @Override
    public Object read(ValueReader in) {
      int count = in.count();
      Set<Object> items = new LinkedHashSet<>();
      for (int i = 0; i < count; i++) {
        items.add(of.read(in));
      }
      return Collections.unmodifiableSet(items);
    }
  }

  record MapOf(Shape key, Shape of) implements Shape {
    @Override
    public void write(ValueWriter out, Object value) {
      Map<?, ?> map = (Map<?, ?>) value;
      out.number(map.size());
      map.forEach(
          (name, item) -> {
            key.write(out, name);
            of.write(out, item);
          });
    }

    @Override
    public Object read(ValueReader in) {
      int count = in.count();
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) {
        Object name = key.read(in);
        map.put(name, of.read(in));
      }
      return Collections.unmodifiableMap(map);
    }
  }
}
