package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes flattened device trees (Devicetree Specification 0.4, chapter 5): nodes are maps, their
 * properties bytes or texts.
 */
final class FlatTreeWriter {
  private static final int MAGIC = 0xD00DFEED;
  private static final int HEADER = 40;
  private static final int RESERVED = 16;

  private final ByteArrayOutputStream structure = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(structure);
  private final ByteArrayOutputStream strings = new ByteArrayOutputStream();
  private final Map<String, Integer> places = new LinkedHashMap<>();

  private FlatTreeWriter() {}

  static byte[] of(Map<String, ?> root) {
    FlatTreeWriter writer = new FlatTreeWriter();
    try {
      writer.node("", root);
      writer.out.writeInt(9);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int at = HEADER + RESERVED;
    int size = at + writer.structure.size() + writer.strings.size();
    return ByteBuffer.allocate(size)
        .putInt(MAGIC)
        .putInt(size)
        .putInt(at)
        .putInt(at + writer.structure.size())
        .putInt(HEADER)
        .putInt(17)
        .putInt(16)
        .putInt(0)
        .putInt(writer.strings.size())
        .putInt(writer.structure.size())
        .put(new byte[RESERVED])
        .put(writer.structure.toByteArray())
        .put(writer.strings.toByteArray())
        .array();
  }

  private void node(String name, Map<String, ?> node) throws IOException {
    out.writeInt(1);
    padded(text(name));
    for (Map.Entry<String, ?> entry : node.entrySet()) {
      switch (entry.getValue()) {
        case Map<?, ?> child -> {}
        case byte[] bytes -> property(entry.getKey(), bytes);
        case Object value -> property(entry.getKey(), text(String.valueOf(value)));
      }
    }
    for (Map.Entry<String, ?> entry : node.entrySet()) {
      if (entry.getValue() instanceof Map<?, ?> child) {
        Map<String, Object> named = new LinkedHashMap<>();
        child.forEach((key, value) -> named.put(String.valueOf(key), value));
        node(entry.getKey(), named);
      }
    }
    out.writeInt(2);
  }

  private void property(String name, byte[] value) throws IOException {
    Integer place = places.get(name);
    if (place == null) {
      place = strings.size();
      places.put(name, place);
      strings.writeBytes((name + "\0").getBytes(StandardCharsets.US_ASCII));
    }
    out.writeInt(3);
    out.writeInt(value.length);
    out.writeInt(place);
    padded(value);
  }

  private static byte[] text(String value) {
    return (value + "\0").getBytes(StandardCharsets.UTF_8);
  }

  private void padded(byte[] bytes) throws IOException {
    out.write(bytes);
    while (out.size() % 4 != 0) {
      out.write(0);
    }
  }
}
