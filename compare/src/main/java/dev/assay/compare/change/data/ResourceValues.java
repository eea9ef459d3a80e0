package dev.assay.compare.change.data;

import dev.assay.compare.change.Crc;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Bytes;
import dev.assay.formats.arsc.ResourceTable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values of Android's resource tables by id, name and configuration: {@code 0x7f0a0001
 * string/app_name (de 6465)}.
 */
public final class ResourceValues implements Values {
  private static final int MAX = 64 << 20;
  private static final int LONGEST = 300;

  @Override
  public String what() {
    return "resource";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return content.size() <= MAX && content.has(0, (byte) 2, (byte) 0, (byte) 12, (byte) 0);
  }

  @Override
  public ValueSet of(Bytes content) {
    Map<String, String> values = new TreeMap<>();
    ResourceTable.read(content)
        .entries(
            (id, name, configuration, value) -> {
              String in = configuration.isEmpty() ? "" : " (" + configuration + ")";
              values.merge(
                  "0x%08x %s%s".formatted(id, name, in).strip(),
                  cut(value),
                  (a, b) -> cut(a + " | " + b));
            });
    return ValueSet.of(values);
  }

  private static String cut(String value) {
    return value.length() <= LONGEST
        ? value
        : value.substring(0, LONGEST) + "… " + Crc.of(Bytes.of(value));
  }
}
