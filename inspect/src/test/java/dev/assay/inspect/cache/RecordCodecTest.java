package dev.assay.inspect.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.inspect.ContentInspector;
import dev.assay.inspect.Inspectors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
  enum Word {
    ONE,
    TWO
  }

  record Inner(String text, Optional<Word> word) {}

  record Outer(
      boolean flag,
      int small,
      long large,
      double real,
      List<Inner> list,
      Set<String> set,
      Map<String, List<Integer>> map) {}

  @Test
  void readsWhatItWrote() {
    Outer outer =
        new Outer(
            true,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            -0.0,
            List.of(new Inner("ä𐍈\0", Optional.of(Word.TWO)), new Inner("", Optional.empty())),
            Set.of("x"),
            new TreeMap<>(Map.of("a", List.of(1, -1), "b", List.of())));
    RecordCodec codec = RecordCodec.of(Outer.class);
    ValueWriter out = new ValueWriter();
    codec.write(out, outer);
    assertEquals(outer, codec.read(new ValueReader(out.toBytes())));
  }

  @Test
  void knowsTheFactsOfEveryContentInspector() {
    for (ContentInspector<?> inspector : Inspectors.ofContent()) {
      RecordCodec.of(inspector.facts());
    }
  }

  @Test
  void refusesARecordThatEndsEarly() {
    RecordCodec codec = RecordCodec.of(Inner.class);
    assertThrows(BadEntry.class, () -> codec.read(new ValueReader(new byte[] {20, 'a'})));
  }

  @FuzzTest
  void refusesWhatIsNoRecord(byte[] bytes) {
    try {
      RecordCodec.of(Outer.class).read(new ValueReader(bytes));
    } catch (BadEntry refused) {
      // The only way to fail.
    }
  }
}
