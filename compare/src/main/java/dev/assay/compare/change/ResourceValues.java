package dev.assay.compare.change;

import dev.assay.formats.Bytes;
import dev.assay.formats.arsc.ResourceTable;
import java.util.Map;
import java.util.TreeMap;

/** Texts of Android's resource tables by id and name: {@code 0x7f0a0001 app_name}. */
final class ResourceValues implements Values {
  private static final int MAX = 64 << 20;

  @Override
  public String what() {
    return "resource";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return content.size() <= MAX && content.has(0, (byte) 2, (byte) 0, (byte) 12, (byte) 0);
  }

  @Override
  public Map<String, String> of(Bytes content) {
    Map<String, String> values = new TreeMap<>();
    ResourceTable.read(content)
        .texts((id, name, text) -> values.put("0x%08x %s".formatted(id, name).strip(), text));
    return values;
  }
}
