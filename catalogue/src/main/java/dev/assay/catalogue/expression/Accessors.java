package dev.assay.catalogue.expression;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;

/** Reads the components of one record class, by position or by name. */
final class Accessors {
  private static final ClassValue<Accessors> ALL =
      new ClassValue<>() {
        @Override
        protected Accessors computeValue(Class<?> type) {
          return new Accessors(type);
        }
      };
  private static final MethodType SHAPE = MethodType.methodType(Object.class, Record.class);

  private final String owner;
  private final Map<String, Integer> positions = new HashMap<>();
  private final String[] names;
  private final MethodHandle[] handles;

  private Accessors(Class<?> type) {
    owner = type.getSimpleName();
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException(type.getName() + " is not a record");
    }
    names = new String[components.length];
    handles = new MethodHandle[components.length];
    for (int i = 0; i < components.length; i++) {
      names[i] = components[i].getName();
      positions.put(names[i], i);
      handles[i] = handle(components[i].getAccessor());
    }
  }

  static Accessors of(Class<?> record) {
    return ALL.get(record);
  }

  int size() {
    return handles.length;
  }

  /**
   * @throws IllegalArgumentException if the record has no such component
   */
  int position(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw new IllegalArgumentException(owner + " has no component `" + name + "`");
    }
    return position;
  }

  String name(int position) {
    return names[position];
  }

  boolean has(String name) {
    return positions.containsKey(name);
  }

  Object read(Record record, int position) {
    try {
      return Values.of((Object) handles[position].invokeExact(record));
    } catch (Throwable e) {
      throw new IllegalStateException("accessor of " + owner + " failed", e);
    }
  }

  Object read(Record record, String name) {
    return read(record, position(name));
  }

  private static MethodHandle handle(Method accessor) {
    try {
      accessor.setAccessible(true); // records of inspectors need not be public
      return MethodHandles.lookup().unreflect(accessor).asType(SHAPE);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
