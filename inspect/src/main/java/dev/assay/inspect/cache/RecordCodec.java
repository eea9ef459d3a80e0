package dev.assay.inspect.cache;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/**
 * Writes and reads records of one class by its components, whose types are those of {@link
 * dev.assay.model.Kind} and {@code Optional}.
 */
public final class RecordCodec {
  private final Class<?> type;
  private final MethodHandle constructor;
  private final MethodHandle[] accessors;
  private final Shape[] shapes;

  private RecordCodec(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    this.type = type;
    this.accessors = new MethodHandle[components.length];
    this.shapes = new Shape[components.length];
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      this.constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, types))
              .asSpreader(Object[].class, components.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
      for (int i = 0; i < components.length; i++) {
        accessors[i] =
            lookup
                .unreflect(components[i].getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class));
        shapes[i] = Shape.of(components[i].getGenericType());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " cannot be taken apart", e);
    }
  }

  /**
   * @throws IllegalArgumentException if a component has a type that is not known here
   */
  public static RecordCodec of(Class<?> type) {
    return new RecordCodec(type);
  }

  public void write(ValueWriter out, Object value) {
    for (int i = 0; i < shapes.length; i++) {
      shapes[i].write(out, get(accessors[i], value));
    }
  }

  /**
   * @throws BadEntry if what is there is not such a record
   */
  public Record read(ValueReader in) {
    Object[] values = new Object[shapes.length];
    for (int i = 0; i < shapes.length; i++) {
      values[i] = shapes[i].read(in);
    }
    try {
      Object made = constructor.invokeExact(values);
      return (Record) made;
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new BadEntry(type.getSimpleName() + ": " + e);
    }
  }

  private static Object get(MethodHandle accessor, Object value) {
    try {
      return accessor.invokeExact(value);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
