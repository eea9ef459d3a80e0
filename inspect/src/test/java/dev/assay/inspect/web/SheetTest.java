package dev.assay.inspect.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SheetTest {
  @Test
  void keepsTheFactsInTheOrderOfTheRecord() {
    List<String> ofSheet =
        Arrays.stream(Sheet.class.getDeclaredFields())
            .filter(field -> field.getType() == Places.class || field.getType() == Value.class)
            .map(field -> field.getName())
            .toList();
    List<String> ofRecord =
        Arrays.stream(WebServerFacts.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !Set.of("product", "config", "listeners", "passwords").contains(name))
            .toList();
    assertEquals(ofRecord, ofSheet);
  }
}
