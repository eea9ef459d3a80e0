package dev.assay.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes records of one class apart and puts them together, by the position of their components. The
 * class and its package need not be public.
 */
public final class RecordParts {
  private static final ClassValue<RecordParts> ALL =
      new ClassValue<>() {
        @Override
        protected RecordParts computeValue(Class<?> type) {
          return new RecordParts(type);
        }
      };

  private final RecordComponent[] components;
  private final Method[] accessors;
  private final Constructor<?> constructor;

  private RecordParts(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type.getName() + " is not a record");
    }
    components = type.getRecordComponents();
    accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has this constructor", e);
    }
    constructor.setAccessible(true);
    for (Method accessor : accessors) {
      accessor.setAccessible(true);
    }
  }

  /**
   * @throws IllegalArgumentException if the class is not a record
   */
  public static RecordParts of(Class<?> type) {
    return ALL.get(type);
  }

  /** Number of components. */
  public int size() {
    return components.length;
  }

  public String name(int position) {
    return components[position].getName();
  }

  public Type type(int position) {
    return components[position].getGenericType();
  }

  /**
   * The value of a component.
   *
   * @throws RuntimeException what the accessor throws
   */
  public @Nullable Object get(Object record, int position) {
    try {
      return accessors[position].invoke(record);
    } catch (InvocationTargetException e) {
      throw thrown(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A record of these values.
   *
   * @throws RuntimeException what the constructor throws
   */
  public Record make(Object... values) {
    try {
      return (Record) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw thrown(e);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuntimeException thrown(InvocationTargetException e) {
    return switch (e.getCause()) {
      case Error error -> throw error;
      case RuntimeException exception -> exception;
      case null, default -> new IllegalStateException(e);
    };
  }
}
