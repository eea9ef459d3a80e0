package dev.assay.inspect.hostile;

import dev.assay.inspect.Zipped;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A small Android package and its members, forged, sound unless what they are made of is not. */
final class Apps {
  /** The only resource of {@link #table}. */
  static final long RESOURCE = 0x7F010000L;

  static final int REFERENCE = 1;
  static final int STRING = 3;
  private static final long NETWORK_CONFIG = 0x01010527L;
  private static final long NONE = 0xFFFFFFFFL;

  private Apps() {}

  static byte[] apk(byte[] manifest) {
    return Zipped.zip(new TreeMap<>(Map.of("AndroidManifest.xml", manifest)));
  }

  /** A package with a member beside its manifest. */
  static byte[] apk(String member, byte[] content) {
    return Zipped.zip(new TreeMap<>(Map.of("AndroidManifest.xml", manifest(), member, content)));
  }

  static byte[] chunk(int type, byte[] header, byte[]... inside) {
    Draft body = Draft.little();
    for (byte[] each : inside) {
      body.bytes(each);
    }
    Draft chunk = Draft.little().u16(type, 8 + header.length).u32(8 + header.length + body.size());
    return chunk.bytes(header).bytes(body.done()).done();
  }

  /** Strings of fewer than 128 bytes, in UTF-8. */
  static byte[] pool(String... strings) {
    Draft offsets = Draft.little();
    Draft bytes = Draft.little();
    for (String each : strings) {
      offsets.u32(bytes.size());
      bytes.u8(each.length(), each.length()).text(each).u8(0);
    }
    bytes.fill(0, -bytes.size() & 3);
    Draft header = Draft.little().u32(strings.length, 0, 0x100, 28 + offsets.size(), 0);
    return chunk(1, header.done(), offsets.done(), bytes.done());
  }

  /** So many strings that are all the same bytes. */
  static byte[] sharedPool(int count, int length) {
    Draft offsets = Draft.little().fill(0, 4 * count);
    byte[] text = new byte[2 * length];
    Arrays.fill(text, (byte) 'x');
    Draft header = Draft.little().u32(count, 0, 0, 28 + offsets.size(), 0);
    byte[] string = Draft.little().u16(length).bytes(text).u16(0, 0).done();
    return chunk(1, header.done(), offsets.done(), string);
  }

  /** Binary XML of a pool and nodes. */
  static byte[] xml(byte[] pool, byte[]... nodes) {
    Draft inside = Draft.little().bytes(chunk(0x180, new byte[0], id(NETWORK_CONFIG)));
    for (byte[] each : nodes) {
      inside.bytes(each);
    }
    return chunk(3, new byte[0], pool, inside.done());
  }

  private static byte[] id(long id) {
    return Draft.little().u32(id).done();
  }

  static byte[] names() {
    return pool("networkSecurityConfig", "package", "manifest", "application", "a.b");
  }

  /** A manifest of package a.b whose application has its network configuration in a resource. */
  static byte[] manifest() {
    return xml(
        names(),
        start(2, attribute(1, STRING, 4)),
        start(3, attribute(0, REFERENCE, RESOURCE)),
        end(3),
        end(2));
  }

  /** The start of an element of a name. */
  static byte[] start(int name, byte[]... attributes) {
    Draft body = Draft.little().u32(NONE, name).u16(20, 20, attributes.length, 0, 0, 0);
    for (byte[] each : attributes) {
      body.bytes(each);
    }
    return chunk(0x102, Draft.little().u32(1, NONE).done(), body.done());
  }

  static byte[] attribute(int name, int type, long data) {
    long raw = type == STRING ? data : NONE;
    return Draft.little().u32(NONE, name, raw).u16(8).u8(0, type).u32(data).done();
  }

  static byte[] end(int name) {
    byte[] body = Draft.little().u32(NONE, name).done();
    return chunk(0x103, Draft.little().u32(1, NONE).done(), body);
  }

  /** A resource table of strings, of which there is one. */
  static byte[] table(int type, long data) {
    return table(pool("res/net.xml"), type(1, entry(type, data)));
  }

  /** Chunks behind the pools of its package. */
  static byte[] table(byte[] values, byte[]... chunks) {
    byte[] types = pool("string");
    Draft header = Draft.little().u32(0x7F).fill(0, 256).u32(288, 1, 288 + types.length, 1, 0);
    Draft inside = Draft.little().bytes(types).bytes(pool("key"));
    for (byte[] each : chunks) {
      inside.bytes(each);
    }
    byte[] whole = chunk(0x200, header.done(), inside.done());
    return chunk(2, Draft.little().u32(1).done(), values, whole);
  }

  /** Entries of a type in the default configuration. */
  static byte[] type(int id, byte[]... entries) {
    Draft offsets = Draft.little();
    Draft all = Draft.little();
    for (byte[] each : entries) {
      offsets.u32(all.size());
      all.bytes(each);
    }
    Draft header = Draft.little().u8(id, 0, 0, 0).u32(entries.length, 84 + offsets.size());
    header.u32(64).fillTo(0, 76);
    return chunk(0x201, header.done(), offsets.done(), all.done());
  }

  static byte[] entry(int type, long data) {
    return Draft.little().u16(8, 0).u32(0).u16(8).u8(0, type).u32(data).done();
  }
}
