package dev.assay.inspect.cache;

import dev.assay.model.RecordParts;
import java.util.Objects;

/**
 * Writes and reads records of one class by its components, whose types are those of {@link
 * dev.assay.model.Kind} and {@code Optional}.
 */
public final class RecordCodec {
  private final Class<?> type;
  private final RecordParts parts;
  private final Shape[] shapes;

  private RecordCodec(Class<?> type) {
    this.type = type;
    this.parts = RecordParts.of(type);
    this.shapes = new Shape[parts.size()];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = Shape.of(parts.type(i));
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
      shapes[i].write(out, Objects.requireNonNull(parts.get(value, i)));
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
      return parts.make(values);
    } catch (RuntimeException e) {
      throw new BadEntry(type.getSimpleName() + ": " + e);
    }
  }
}
