package dev.assay.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordPartsTest {
  private record Range(int from, int to, List<String> names) {
    Range {
      if (from > to) {
        throw new IllegalArgumentException("ends before it begins");
      }
    }

    @Override
    public List<String> names() {
      if (names.isEmpty()) {
        throw new StackOverflowError();
      }
      return names;
    }
  }

  private final RecordParts parts = RecordParts.of(Range.class);

  @Test
  void takesApartAndPutsTogether() {
    Range range = new Range(1, 2, List.of("a"));
    assertEquals(3, parts.size());
    assertEquals("to", parts.name(1));
    assertEquals("java.util.List<java.lang.String>", parts.type(2).getTypeName());
    assertEquals(2, parts.get(range, 1));
    assertEquals(range, parts.make(parts.get(range, 0), parts.get(range, 1), parts.get(range, 2)));
  }

  @Test
  void throwsWhatTheRecordThrows() {
    List<String> names = List.of();
    assertThrows(IllegalArgumentException.class, () -> parts.make(2, 1, names));
    Range range = new Range(1, 2, names);
    assertThrows(StackOverflowError.class, () -> parts.get(range, 2));
    assertThrows(IllegalArgumentException.class, () -> parts.make("1", 2, names));
  }

  @Test
  void refusesClassesThatAreNoRecords() {
    assertThrows(IllegalArgumentException.class, () -> RecordParts.of(String.class));
  }
}
