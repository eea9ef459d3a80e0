package dev.assay.formats.arsc;

import dev.assay.formats.Malformed;
import java.util.Optional;

/**
 * A simple value in one configuration.
 *
 * @param language {@code de}, {@code pt-BR}; empty for the default
 * @param type of {@code Res_value}: 01 reference, 03 string
 * @param data string number, resource id or number
 * @param text the string, or empty
 */
public record ResourceValue(String language, int type, int data, String text) {
  static final int REFERENCE = 0x01;
  static final int STRING = 0x03;
  private static final int DECIMAL = 0x10;
  private static final int HEXADECIMAL = 0x11;
  private static final int BOOLEAN = 0x12;
  private static final int LAST_OF_VALUES = 0x08;
  private static final int LAST_OF_NUMBERS = 0x1F;

  /** Whether it is the same in another configuration. */
  boolean sameAs(ResourceValue other) {
    return type == other.type && data == other.data;
  }

  /**
   * The value as {@link #shown}.
   *
   * @throws Malformed {@code arsc.value-type} where it is of no type that Android has ({@code
   *     Res_value}: 00 to 08, 10 to 1f)
   */
  Optional<String> known() {
    if (type > LAST_OF_VALUES && (type < DECIMAL || type > LAST_OF_NUMBERS)) {
      throw new Malformed(
          "arsc.value-type", -1, "a value of type %02x, which is none".formatted(type));
    }
    return shown();
  }

  /** The value as text; empty where it is neither text, number nor truth. */
  Optional<String> shown() {
    return switch (type) {
      case STRING -> Optional.of(text);
      case DECIMAL, HEXADECIMAL -> Optional.of(Integer.toString(data));
      case BOOLEAN -> Optional.of(Boolean.toString(data != 0));
      default -> Optional.empty();
    };
  }
}
