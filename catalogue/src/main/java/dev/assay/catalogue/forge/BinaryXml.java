package dev.assay.catalogue.forge;

import dev.assay.model.AndroidAttributes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Writes Android's binary XML (AOSP {@code ResourceTypes.h}): attribute names first in the pool, as
 * the resource map demands.
 */
final class BinaryXml {
  private static final List<String> RESOURCES =
      AndroidAttributes.names().stream().sorted().toList();

  /** Names without a resource. */
  private static final Set<String> PLAIN =
      Set.of("package", "split", "cleartextTrafficPermitted", "src", "overridePins", "digest");

  private record Attribute(String name, Object value) {}

  private record Event(String element, List<Attribute> attributes, boolean start) {}

  private final List<String> strings = new ArrayList<>(RESOURCES);
  private final List<Event> events = new ArrayList<>();
  private final Deque<Event> open = new ArrayDeque<>();

  void start(String element) {
    Event event = new Event(element, new ArrayList<>(), true);
    events.add(event);
    open.push(event);
  }

  /**
   * @param value a text, a number or a boolean; a text that is a number or a boolean is taken for
   *     one, as Android's compiler does
   */
  void attribute(String name, Object value) {
    if (AndroidAttributes.id(name) == 0 && !PLAIN.contains(name)) {
      throw new IllegalArgumentException("apk: no attribute `" + name + "`; there are " + strings);
    }
    boolean text = name.equals("versionName");
    open.element().attributes().add(new Attribute(name, text ? value : typed(value)));
  }

  private static Object typed(Object value) {
    return switch (String.valueOf(value)) {
      case "true" -> true;
      case "false" -> false;
      case String text when text.matches("[0-9]{1,10}") -> (int) Long.parseLong(text);
      default -> value;
    };
  }

  void end() {
    events.add(new Event(open.pop().element(), List.of(), false));
  }

  byte[] toBytes() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Event event : events) {
      body.writeBytes(
          event.start() ? start(event) : chunk(0x0103, 16, node(0, index(event.element()), 8)));
    }
    ByteBuffer ids = little(4 * RESOURCES.size());
    RESOURCES.forEach(name -> ids.putInt(AndroidAttributes.id(name)));
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(pool());
    content.writeBytes(chunk(0x0180, 8, ids.array()));
    content.writeBytes(body.toByteArray());
    return chunk(0x0003, 8, content.toByteArray());
  }

  private byte[] start(Event event) {
    ByteBuffer attributes = little(20 * event.attributes().size());
    for (Attribute attribute : event.attributes()) {
      boolean text = attribute.value() instanceof String;
      int value =
          switch (attribute.value()) {
            case String string -> index(string);
            case Boolean flag -> flag ? -1 : 0;
            case Integer number -> number;
            default ->
                throw new IllegalArgumentException(
                    "apk: attributes are texts, numbers or booleans");
          };
      int type = text ? 0x03 : attribute.value() instanceof Boolean ? 0x12 : 0x10;
      attributes.putInt(-1).putInt(index(attribute.name())).putInt(text ? value : -1);
      attributes.putShort((short) 8).put((byte) 0).put((byte) type).putInt(value);
    }
    ByteBuffer fields =
        ByteBuffer.wrap(node(0, index(event.element()), 20)).order(ByteOrder.LITTLE_ENDIAN);
    fields
        .putShort(16, (short) 20)
        .putShort(18, (short) 20)
        .putShort(20, (short) event.attributes().size());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(fields.array());
    body.writeBytes(attributes.array());
    return chunk(0x0102, 16, body.toByteArray());
  }

  /** Line, comment, namespace, name, then room. */
  private static byte[] node(int line, int name, int extension) {
    return little(8 + extension).putInt(line).putInt(-1).putInt(-1).putInt(name).array();
  }

  private byte[] pool() {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteBuffer offsets = little(4 * strings.size());
    for (String string : strings) {
      offsets.putInt(data.size());
      data.writeBytes(little(2).putShort((short) string.length()).array());
      data.writeBytes(string.getBytes(StandardCharsets.UTF_16LE));
      data.writeBytes(new byte[2]);
    }
    while (data.size() % 4 != 0) {
      data.write(0);
    }
    ByteBuffer head =
        little(20).putInt(strings.size()).putInt(0).putInt(0).putInt(28 + offsets.capacity());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(head.array());
    body.writeBytes(offsets.array());
    body.writeBytes(data.toByteArray());
    return chunk(0x0001, 28, body.toByteArray());
  }

  private int index(String string) {
    if (!strings.contains(string)) {
      strings.add(string);
    }
    return strings.indexOf(string);
  }

  private static byte[] chunk(int type, int header, byte[] body) {
    return little(8 + body.length)
        .putShort((short) type)
        .putShort((short) header)
        .putInt(8 + body.length)
        .put(body)
        .array();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
