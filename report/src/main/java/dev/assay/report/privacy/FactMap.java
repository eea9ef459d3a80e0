package dev.assay.report.privacy;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Facts by name. Reports are views of a bundle and know the words of facts, not the records they
 * were made as.
 */
public record FactMap(Map<String, Object> values) {

  public static FactMap of(Record facts) {
    Map<String, Object> values = new TreeMap<>();
    for (RecordComponent component : facts.getClass().getRecordComponents()) {
      try {
        values.put(component.getName(), component.getAccessor().invoke(facts));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("fact " + component.getName() + " cannot be read", e);
      }
    }
    return new FactMap(values);
  }

  public String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  boolean flag(String name) {
    return values.get(name) instanceof Boolean flag && flag;
  }

  public int number(String name) {
    return values.get(name) instanceof Integer number ? number : 0;
  }

  public List<String> texts(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  Map<String, String> textsByName(String name) {
    Map<String, String> texts = new TreeMap<>();
    if (values.get(name) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
    }
    return texts;
  }

  /** Records in a list. */
  public List<FactMap> records(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().filter(Record.class::isInstance).map(each -> of((Record) each)).toList()
        : List.of();
  }

  /** Records by name, sorted. */
  Map<String, FactMap> recordsByName(String name) {
    Map<String, FactMap> records = new TreeMap<>();
    if (values.get(name) instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (value instanceof Record facts) {
              records.put(String.valueOf(key), of(facts));
            }
          });
    }
    return records;
  }
}
