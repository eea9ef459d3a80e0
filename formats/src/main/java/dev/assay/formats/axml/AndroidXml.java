package dev.assay.formats.axml;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads Android's binary XML as the system does (AOSP {@code libs/androidfw/ResourceTypes.cpp},
 * {@code ResXMLTree}), which packers count on to mislead other readers: of several string pools and
 * resource maps, the last before the first node counts; a node's content begins where its header
 * says that it ends; nothing is read after the end of the root element.
 */
public final class AndroidXml {
  private static final int MAX_SIZE = 16 << 20;
  private static final int MAX_ELEMENTS = 200_000;
  private static final int MAX_DEPTH = 200;
  private static final int MAX_ATTRIBUTES = 500;

  private static final int XML = 0x0003;
  private static final int STRING_POOL = 0x0001;
  private static final int RESOURCE_MAP = 0x0180;
  private static final int FIRST_NODE = 0x0100;
  private static final int START_ELEMENT = 0x0102;
  private static final int END_ELEMENT = 0x0103;
  private static final int LAST_NODE = 0x017F;

  private final Block data;
  private StringPool strings = StringPool.EMPTY;
  private int[] resources = {};
  private int elements;
  private boolean nodes;
  private final Deque<Element> open = new ArrayDeque<>();

  private AndroidXml(Block data) {
    this.data = data;
    open.push(new Element("", 0, List.of(), new ArrayList<>()));
  }

  /**
   * The root element.
   *
   * @throws Malformed {@code axml.*} where there is none
   */
  public static Element read(Bytes content) {
    if (content.size() > MAX_SIZE || content.size() < 8) {
      throw new Malformed(
          "axml.size", 0, "expected 8 to " + MAX_SIZE + " bytes; found " + content.size());
    }
    Block data = content.block(0, (int) content.size());
    // Some packers write another type; Android goes by the chunks inside.
    if (data.u16le(2) < 8) {
      throw new Malformed(
          "axml.header", 0, "expected binary XML; found header of " + data.u16le(2) + " bytes");
    }
    AndroidXml reader = new AndroidXml(data);
    reader.chunks(data.u16le(2), (int) Math.min(data.size(), data.u32le(4)));
    List<Element> top = reader.open.getLast().children();
    if (top.isEmpty() || data.u16le(0) != XML && reader.elements == 0) {
      throw new Malformed("axml.empty", 0, "expected an element; found none");
    }
    return top.getFirst();
  }

  private void chunks(int from, int end) {
    int at = from;
    while (at <= end - 8 && !ended()) {
      long size = data.u32le(at + 4);
      if (size < 8 || size > end - at) {
        throw new Malformed(
            "axml.chunk-size", at, "a chunk of " + size + " bytes; " + (end - at) + " are left");
      }
      chunk(data.slice(at, (int) size), at);
      at += (int) size;
    }
  }

  /** Whether the root element is complete. */
  private boolean ended() {
    return elements > 0 && open.size() == 1;
  }

  private void chunk(Block chunk, int at) {
    int type = chunk.u16le(0);
    nodes |= type >= FIRST_NODE && type <= LAST_NODE;
    switch (type) {
      case STRING_POOL -> strings = nodes ? strings : StringPool.read(chunk);
      case RESOURCE_MAP -> resources = nodes ? resources : resources(chunk);
      case START_ELEMENT -> start(chunk, at);
      case END_ELEMENT -> {
        if (open.size() > 1) {
          open.pop();
        }
      }
      default -> {}
    }
  }

  private static int[] resources(Block chunk) {
    int header = chunk.u16le(2);
    int[] ids = new int[Math.max(0, (chunk.size() - header) / 4)];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = chunk.i32le(header + 4 * i);
    }
    return ids;
  }

  private void start(Block chunk, int at) {
    if (++elements > MAX_ELEMENTS || open.size() > MAX_DEPTH) {
      throw new Malformed(
          "axml.too-large",
          at,
          "more than " + MAX_ELEMENTS + " elements or " + MAX_DEPTH + " levels; rest not read");
    }
    int content = chunk.u16le(2);
    int first = content + chunk.u16le(content + 8);
    int step = chunk.u16le(content + 10);
    int count = chunk.u16le(content + 12);
    if (step < 20 || count > MAX_ATTRIBUTES) {
      throw new Malformed(
          "axml.attributes", at, count + " attributes of " + step + " bytes; not read");
    }
    List<Element.Attribute> attributes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      attributes.add(attribute(chunk, first + i * step));
    }
    Element element =
        new Element(
            strings.get(chunk.i32le(content + 4)), chunk.i32le(8), attributes, new ArrayList<>());
    open.getFirst().children().add(element);
    open.push(element);
  }

  private Element.Attribute attribute(Block chunk, int at) {
    int name = chunk.i32le(at + 4);
    int raw = chunk.i32le(at + 8);
    int type = chunk.u8(at + 15);
    int value = chunk.i32le(at + 16);
    String text =
        switch (type) {
          case 0x03 -> strings.get(value);
          case 0x01 -> "@" + Integer.toHexString(value);
          case 0x12 -> value != 0 ? "true" : "false";
          default -> raw >= 0 ? strings.get(raw) : Integer.toString(value);
        };
    int resource = name >= 0 && name < resources.length ? resources[name] : 0;
    return new Element.Attribute(strings.get(name), resource, type, value, text);
  }
}
