package dev.assay.compare.change.text;

import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Bytes;
import dev.assay.formats.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Members and items of JSON documents by their path: {@code servers[0].port}. */
public final class JsonValues implements Values {
  private static final int MAX = 8 << 20;
  private static final int MOST = 100_000;

  @Override
  public String what() {
    return "key";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.isEmpty()
        && content.size() <= MAX
        && (content.has(0, "{") || content.has(0, "["))
        && TextChanges.isText(content);
  }

  @Override
  public ValueSet of(Bytes content) {
    Map<String, String> values = new TreeMap<>();
    add("", Json.parse(content.toArray(MAX)), values);
    return ValueSet.of(values);
  }

  private static void add(String path, Json json, Map<String, String> values) {
    if (values.size() >= MOST) {
      return;
    }
    switch (json) {
      case Json.Text(String text) -> values.put(path, text);
      case Json.Items(List<Json> items) -> {
        for (int i = 0; i < items.size(); i++) {
          add(path + "[" + i + "]", items.get(i), values);
        }
      }
      case Json.Members(Map<String, Json> members) ->
          members.forEach(
              (key, each) -> add(path.isEmpty() ? key : path + "." + key, each, values));
    }
  }
}
