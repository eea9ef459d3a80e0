package dev.assay.catalogue.expression;

import dev.assay.model.Component;
import java.util.Locale;
import java.util.Optional;

/** What expressions see of the component itself, as {@code component.name}. */
public enum ComponentField {
  NAME,
  VERSION,
  /** Path of its first artifact. */
  PATH,
  KIND;

  static final int COUNT = values().length;

  /** Where it stands among the fields. */
  @SuppressWarnings("EnumOrdinal") // lives only as long as one run
  int position() {
    return ordinal();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String of(Component component) {
    return switch (this) {
      case NAME -> component.name();
      case VERSION -> component.version();
      case PATH -> component.artifacts().getFirst();
      case KIND -> component.kind();
    };
  }

  public static Optional<ComponentField> find(String word) {
    for (ComponentField field : values()) {
      if (field.word().equals(word)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
