package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Adler32;

/**
 * Writes Dalvik executables (source.android.com, "Dalvik Executable format"), version 035: header,
 * tables, then data in the order of the map.
 */
final class DexWriter {
  private static final int HEADER = 0x70;

  /** A method of a class. */
  record Method(DexPool.Ref ref, int flags, DexCode code) {
    boolean isDirect() {
      return (flags & 0x10008) != 0;
    }
  }

  private record DexClass(String type, String superclass, List<Method> methods) {}

  private record Section(int type, int count, int offset) {}

  private final List<DexClass> classes = new ArrayList<>();
  private final DexPool pool = new DexPool();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final List<Section> sections = new ArrayList<>();
  private int dataStart;

  void add(String type, String superclass, List<Method> methods) {
    classes.add(new DexClass(type, superclass, methods));
    pool.type(type);
    pool.type(superclass);
    for (Method method : methods) {
      pool.method(method.ref());
      method.code().collect(pool);
    }
  }

  byte[] toBytes() {
    pool.sort();
    int strings = HEADER;
    int types = strings + 4 * pool.strings().size();
    int protos = types + 4 * pool.types().size();
    int fields = protos + 12 * pool.protos().size();
    int methods = fields + 8 * pool.fields().size();
    int defs = methods + 8 * pool.methods().size();
    dataStart = defs + 32 * classes.size();
    ByteBuffer out = little(dataStart);
    table(out, 56, pool.strings().size(), strings, 0x0001);
    table(out, 64, pool.types().size(), types, 0x0002);
    table(out, 72, pool.protos().size(), protos, 0x0003);
    table(out, 80, pool.fields().size(), fields, 0x0004);
    table(out, 88, pool.methods().size(), methods, 0x0005);
    table(out, 96, classes.size(), defs, 0x0006);
    lists(out, protos);
    members(out, fields, methods);
    classes(out, defs);
    types(out, types);
    strings(out, strings);
    return finished(out);
  }

  private void table(ByteBuffer out, int field, int count, int offset, int type) {
    out.putInt(field, count).putInt(field + 4, count == 0 ? 0 : offset);
    if (count > 0) {
      sections.add(new Section(type, count, offset));
    }
  }

  private int here() {
    return dataStart + data.size();
  }

  private void align() {
    while (data.size() % 4 != (4 - dataStart % 4) % 4) {
      data.write(0);
    }
  }

  private void lists(ByteBuffer out, int protos) {
    align();
    int first = here();
    int count = 0;
    int at = protos;
    for (DexPool.Proto proto : pool.protos()) {
      int list = 0;
      if (!proto.parameters().isEmpty()) {
        align();
        list = here();
        count++;
        data.writeBytes(little(4).putInt(proto.parameters().size()).array());
        proto
            .parameters()
            .forEach(p -> data.writeBytes(little(2).putShort((short) pool.number(p)).array()));
      }
      out.putInt(at, pool.stringNumber(proto.shorty()));
      out.putInt(at + 4, pool.number(proto.returned())).putInt(at + 8, list);
      at += 12;
    }
    if (count > 0) {
      sections.add(new Section(0x1001, count, first));
    }
  }

  private void members(ByteBuffer out, int fields, int methods) {
    int at = fields;
    for (DexPool.Ref field : pool.fields()) {
      out.putShort(at, (short) pool.number(field.owner()));
      out.putShort(at + 2, (short) pool.number(field.kind().returned()));
      out.putInt(at + 4, pool.stringNumber(field.name()));
      at += 8;
    }
    at = methods;
    for (DexPool.Ref method : pool.methods()) {
      out.putShort(at, (short) pool.number(method.owner()));
      out.putShort(at + 2, (short) pool.number(method.kind()));
      out.putInt(at + 4, pool.stringNumber(method.name()));
      at += 8;
    }
  }

  private void classes(ByteBuffer out, int defs) {
    align();
    int firstCode = here();
    List<List<int[]>> codes = new ArrayList<>();
    int count = 0;
    for (DexClass each : classes) {
      List<int[]> own = new ArrayList<>();
      for (Method method : each.methods()) {
        own.add(new int[] {pool.methodNumber(method.ref()), method.flags(), code(method.code())});
        count++;
      }
      codes.add(own);
    }
    sections.add(new Section(0x2001, count, firstCode));
    sections.add(new Section(0x2000, classes.size(), here()));
    int at = defs;
    for (int i = 0; i < classes.size(); i++) {
      DexClass each = classes.get(i);
      out.putInt(at, pool.number(each.type())).putInt(at + 4, 1);
      out.putInt(at + 8, pool.number(each.superclass())).putInt(at + 16, -1);
      out.putInt(at + 24, classData(each, codes.get(i)));
      at += 32;
    }
  }

  private int code(DexCode code) {
    align();
    int at = here();
    List<Integer> units = code.units(pool);
    ByteBuffer item = little(16 + 2 * units.size());
    item.putShort((short) code.registers()).putShort((short) code.ins());
    item.putShort((short) code.outs()).putShort((short) 0).putInt(0).putInt(units.size());
    units.forEach(unit -> item.putShort((short) (int) unit));
    data.writeBytes(item.array());
    return at;
  }

  private int classData(DexClass each, List<int[]> codes) {
    int at = here();
    List<int[]> direct = new ArrayList<>();
    List<int[]> virtual = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      (each.methods().get(i).isDirect() ? direct : virtual).add(codes.get(i));
    }
    for (int number : new int[] {0, 0, direct.size(), virtual.size()}) {
      data.writeBytes(DexCode.leb(number));
    }
    for (List<int[]> list : List.of(direct, virtual)) {
      list.sort(Comparator.comparingInt(entry -> entry[0]));
      int before = 0;
      for (int[] entry : list) {
        data.writeBytes(DexCode.leb(entry[0] - before));
        data.writeBytes(DexCode.leb(entry[1]));
        data.writeBytes(DexCode.leb(entry[2]));
        before = entry[0];
      }
    }
    return at;
  }

  private void types(ByteBuffer out, int types) {
    int at = types;
    for (String type : pool.types()) {
      out.putInt(at, pool.stringNumber(type));
      at += 4;
    }
  }

  private void strings(ByteBuffer out, int strings) {
    sections.add(new Section(0x2002, pool.strings().size(), here()));
    int at = strings;
    for (String text : pool.strings()) {
      out.putInt(at, here());
      data.writeBytes(DexCode.leb(text.length()));
      data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      data.write(0);
      at += 4;
    }
  }

  private byte[] finished(ByteBuffer out) {
    align();
    int map = here();
    sections.add(new Section(0x0000, 1, 0));
    sections.add(new Section(0x1000, 1, map));
    sections.sort(Comparator.comparingInt(Section::offset));
    data.writeBytes(little(4).putInt(sections.size()).array());
    for (Section each : sections) {
      ByteBuffer item = little(12).putShort((short) each.type()).putShort((short) 0);
      data.writeBytes(item.putInt(each.count()).putInt(each.offset()).array());
    }
    int size = dataStart + data.size();
    ByteBuffer whole = little(size).put(out.array()).put(data.toByteArray());
    whole.put(0, "dex\n035\0".getBytes(StandardCharsets.US_ASCII));
    whole.putInt(32, size).putInt(36, HEADER).putInt(40, 0x12345678).putInt(52, map);
    whole.putInt(104, data.size()).putInt(108, dataStart);
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(whole.array(), 32, size - 32);
      whole.put(12, sha1.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    Adler32 sum = new Adler32();
    sum.update(whole.array(), 12, size - 12);
    return whole.putInt(8, (int) sum.getValue()).array();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
