package dev.assay.inspect.hostile;

import static dev.assay.inspect.hostile.Apps.REFERENCE;
import static dev.assay.inspect.hostile.Apps.RESOURCE;
import static dev.assay.inspect.hostile.Apps.STRING;
import static dev.assay.inspect.hostile.Apps.entry;
import static dev.assay.inspect.hostile.Apps.pool;
import static dev.assay.inspect.hostile.Apps.table;
import static dev.assay.inspect.hostile.Apps.type;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.util.Arrays;

/** Binary XML and resource tables of Android packages. */
final class HostileResources extends HostileTable {
  private static final long MOST = 0xFFFFFFFFL;
  private static final int HEADER = 12;

  @Override
  void fill() {
    tables();
    cutTables();
    references();
    manifests();
    strings();
  }

  private void resources(String name, byte[] table, String problem) {
    row(name, Apps.apk("resources.arsc", table), problem);
  }

  private void manifest(String name, byte[] xml, String problem) {
    row(name, Apps.apk(xml), problem);
  }

  private static byte[] sound() {
    return table(STRING, 0);
  }

  private void tables() {
    group("resource tables");
    resources("without a lie", sound(), NONE);
    resources("of 8 bytes", Archives.cut(sound(), 8), "arsc.size");
    resources("that is none", Apps.manifest(), "arsc.header");
    resources("chunk of no bytes", set(sound(), HEADER + 4, 0), "arsc.chunk-size");
    resources("chunk of 4 GiB", set(sound(), HEADER + 4, MOST), "arsc.chunk-size");
    byte[] odd = Apps.chunk(0x777, new byte[0]);
    resources("chunk of no type", table(pool("x"), odd), "arsc.chunk-type");
    resources("XML in a package", table(pool("x"), Apps.manifest()), "arsc.chunk-type");
    byte[] flood = Apps.chunk(0, new byte[0]);
    byte[][] many = new byte[200_001][];
    Arrays.fill(many, flood);
    resources("200,001 chunks of nothing", table(pool("x"), many), "arsc.chunks");
    byte[][] types = new byte[5_001][];
    Arrays.fill(types, type(1));
    resources("5,001 configurations of one type", table(pool("x"), types), "arsc.chunks");
    resources("package in a package", table(pool("x"), sound()), "arsc.chunk-type");
  }

  private void cutTables() {
    group("resource tables that end");
    resources("in the pool of values", Archives.cut(sound(), 30), "arsc.chunk-size");
    int inside = HEADER + pool("res/net.xml").length;
    resources("in the header of a package", Archives.cut(sound(), inside + 99), "arsc.chunk-size");
    resources("in the pool of types", Archives.cut(sound(), inside + 299), "arsc.chunk-size");
    resources("in the last entry", Archives.cut(sound(), -1), "arsc.chunk-size");
  }

  private void references() {
    group("resources");
    resources("that are themselves", table(REFERENCE, RESOURCE), "arsc.cycle");
    byte[] first = entry(REFERENCE, RESOURCE + 1);
    byte[] second = entry(REFERENCE, RESOURCE);
    resources("that are each other", table(pool("x"), type(1, first, second)), "arsc.cycle");
    byte[] text = entry(STRING, 0);
    byte[] third = entry(REFERENCE, RESOURCE + 2);
    byte[] unasked = table(pool("x"), type(1, text, third, entry(REFERENCE, RESOURCE + 1)));
    resources("that are each other, and nobody asks for", unasked, "arsc.cycle");
    byte[][] chain = new byte[22][];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = i == 21 ? text : entry(REFERENCE, RESOURCE + i + 1);
    }
    resources("21 references one behind the other", table(pool("x"), type(1, chain)), "arsc.cycle");
    resources("of no type", table(0x66, 0), "arsc.value-type");
    resources("string that is not in the pool", table(STRING, 77), "arsc.string");
    resources("string of a negative number", table(STRING, MOST), "arsc.string");
    resources("entry behind its chunk", table(pool("x"), entryAt(0x7FFFFFF0L)), "arsc.entry");
    resources("entry whose offset wraps", table(pool("x"), entryAt(0xFFFFFFF0L)), "arsc.entry");
    resources("2^31 - 1 entries", table(pool("x"), counted(Integer.MAX_VALUE)), "arsc.entry");
    resources("no entries", table(pool("x"), counted(0)), NONE);
    resources("in another package", table(REFERENCE, 0x01010000L), NONE);
  }

  private static byte[] entryAt(long offset) {
    return set(type(1, entry(STRING, 0)), 84, offset);
  }

  private static byte[] counted(long count) {
    return set(type(1, entry(STRING, 0)), 12, count);
  }

  private void manifests() {
    group("manifests");
    manifest("without a lie", Apps.manifest(), NONE);
    byte[] names = Apps.names();
    manifest("without an element", Apps.xml(names), "axml.empty");
    manifest("whose header is of no bytes", set(Apps.manifest(), 0, 3), "axml.header");
    manifest("chunk of no bytes", set(Apps.manifest(), 12, 0), "axml.chunk-size");
    manifest("chunk of 4 GiB", set(Apps.manifest(), 12, MOST), "axml.chunk-size");
    manifest("that ends in its names", Archives.cut(Apps.manifest(), 60), "axml.chunk-size");
    int nodes = 8 + names.length + 12;
    manifest(
        "that ends in its first element",
        Archives.cut(Apps.manifest(), nodes + 20),
        "axml.chunk-size");
    byte[] many = set(Apps.start(2), 28, 0xFFFF);
    manifest("65,535 attributes", Apps.xml(names, many), "axml.attributes");
    byte[] narrow = set(Apps.start(2), 24, 20);
    manifest("attributes of no bytes", Apps.xml(names, narrow), "axml.attributes");
    byte[] far = set(Apps.start(2, Apps.attribute(1, STRING, 4)), 24, 20 << 16 | 0xFFFF);
    manifest("attributes behind their element", Apps.xml(names, far), "bytes.out-of-range");
    byte[][] deep = new byte[201][];
    Arrays.fill(deep, Apps.start(2));
    manifest("201 elements one in the other", Apps.xml(names, deep), "axml.too-large");
    byte[] nameless = Apps.xml(names, Apps.start(2), Apps.end(2));
    manifest("that says of no package", nameless, "apk.manifest");
    byte[] ends = Apps.xml(names, Apps.end(2), Apps.end(2), Apps.end(2));
    manifest("of ends only", ends, "axml.empty");
  }

  private void strings() {
    group("pools of strings");
    byte[] sound = Apps.names();
    manifest("2^30 strings, four times which is none", pools(8, 1L << 30), "axml.string-pool");
    manifest("strings that begin behind the end", pools(20, 1 << 20), "axml.string-pool");
    manifest("strings that begin at 2^32 - 1", pools(20, MOST), "axml.string-pool");
    byte[] shared = Apps.sharedPool(200, 30_000);
    byte[][] elements = new byte[150][];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = Apps.start(i);
    }
    manifest("200 strings that are the same 60 KB", Apps.xml(shared, elements), "axml.strings");
    byte[] giant = set(Apps.sharedPool(1, 10), 32, 0xFFFFFFFFL);
    manifest("string of 2^31 characters", Apps.xml(giant, Apps.start(0)), "axml.string");
    byte[] values = set(sound, 8, 1L << 30);
    resources("2^30 values", table(values, type(1, entry(STRING, 0))), "axml.string-pool");
    byte[] same = Apps.sharedPool(200, 30_000);
    byte[][] entries = new byte[200][];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = entry(STRING, i);
    }
    resources("200 values that are the same", table(same, type(1, entries)), "axml.strings");
  }

  private static byte[] pools(int field, long value) {
    return Apps.xml(set(Apps.names(), field, value), Apps.start(2), Apps.end(2));
  }

  private static byte[] set(byte[] bytes, int at, long value) {
    return Draft.set32(bytes, at, LITTLE_ENDIAN, value);
  }
}
