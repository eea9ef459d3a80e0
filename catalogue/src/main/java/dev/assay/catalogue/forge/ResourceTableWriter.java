package dev.assay.catalogue.forge;

import static dev.assay.catalogue.forge.LittleEndian.joined;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * Writes the texts of a package in several languages (AOSP {@code ResourceTypes.h}): one package
 * with one type, {@code string}.
 */
final class ResourceTableWriter {
  private static final int PACKAGE_HEADER = 288;
  private static final int CONFIGURATION = 64;
  private static final int STRING = 0x03;

  private ResourceTableWriter() {}

  /**
   * @param languages texts by name by language; {@code default} is the default
   */
  static byte[] write(Map<String, Object> languages) {
    SequencedSet<String> names = new LinkedHashSet<>();
    SequencedSet<String> values = new LinkedHashSet<>();
    languages.forEach(
        (language, texts) ->
            texts(texts)
                .forEach(
                    (name, text) -> {
                      names.add(name);
                      values.add(text);
                    }));
    List<String> keys = List.copyOf(names);
    List<String> pool = List.copyOf(values);
    byte[] types = strings(List.of("string"));
    byte[] inner = joined(types, strings(keys));
    for (Map.Entry<String, Object> each : languages.entrySet()) {
      String language = each.getKey().equals("default") ? "" : each.getKey();
      inner = joined(inner, type(language, texts(each.getValue()), keys, pool));
    }
    ByteBuffer head = chunk(0x200, PACKAGE_HEADER, PACKAGE_HEADER + inner.length);
    head.putInt(0x7F).putInt(268, PACKAGE_HEADER).putInt(276, PACKAGE_HEADER + types.length);
    byte[] content = joined(strings(pool), head.array(), inner);
    return joined(chunk(0x002, 12, 12 + content.length).putInt(1).array(), content);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> texts(Object given) {
    return (Map<String, String>) given;
  }

  private static byte[] type(
      String language, Map<String, String> texts, List<String> keys, List<String> pool) {
    int header = 20 + CONFIGURATION;
    int size = header + 4 * keys.size() + 16 * texts.size();
    ByteBuffer out = LittleEndian.of(size);
    out.putShort((short) 0x201).putShort((short) header).putInt(size).putInt(1);
    out.putInt(keys.size()).putInt(header + 4 * keys.size()).putInt(CONFIGURATION);
    out.put(28, language.getBytes(StandardCharsets.US_ASCII)).position(header);
    int at = 0;
    for (String key : keys) {
      boolean there = texts.containsKey(key);
      out.putInt(there ? at : -1);
      at += there ? 16 : 0;
    }
    for (String key : keys) {
      if (texts.containsKey(key)) {
        out.putShort((short) 8).putShort((short) 0).putInt(keys.indexOf(key));
        out.putShort((short) 8).put((byte) 0).put((byte) STRING);
        out.putInt(pool.indexOf(texts.get(key)));
      }
    }
    return out.array();
  }

  /** A pool of UTF-16. */
  private static byte[] strings(List<String> all) {
    List<Integer> offsets = new ArrayList<>();
    byte[] data = {};
    for (String each : all) {
      offsets.add(data.length);
      ByteBuffer text = LittleEndian.of(4 + 2 * each.length());
      text.putShort((short) each.length());
      text.put(each.getBytes(StandardCharsets.UTF_16LE));
      data = joined(data, text.array());
    }
    int padding = -data.length & 3;
    int start = 28 + 4 * all.size();
    ByteBuffer head = chunk(0x001, 28, start + data.length + padding);
    head.putInt(all.size()).putInt(0).putInt(0).putInt(start).putInt(0);
    ByteBuffer places = LittleEndian.of(4 * all.size());
    offsets.forEach(places::putInt);
    return joined(head.array(), places.array(), data, new byte[padding]);
  }

  private static ByteBuffer chunk(int type, int header, int size) {
    ByteBuffer head = LittleEndian.of(header);
    return head.putShort((short) type).putShort((short) header).putInt(size);
  }
}
