package dev.assay.report.bom;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.stream.Stream;

/** Texts in facts of any kind, by the name that test cases know them by. */
final class DeclaredFacts {
  private DeclaredFacts() {}

  /** The texts of a fact, empty ones left out; none where the kind has no such fact. */
  static Stream<String> texts(Record facts, String name) {
    for (RecordComponent component : facts.getClass().getRecordComponents()) {
      if (component.getName().equals(name)) {
        return texts(facts, component).filter(text -> !text.isBlank());
      }
    }
    return Stream.empty();
  }

  private static Stream<String> texts(Record facts, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return switch (component.getAccessor().invoke(facts)) {
        case String text -> Stream.of(text);
        case Collection<?> many -> many.stream().map(String::valueOf);
        case null, default -> Stream.empty();
      };
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
