package dev.assay.formats.dex;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Adler32;

/** One Dalvik executable; strings are decoded when asked for. */
public final class Dex {
  private static final int MAX_SIZE = 256 << 20;
  private static final int MAX_PROBLEMS = 100;
  private static final int HEADER = 0x70;
  private static final int ENDIAN_TAG = 0x12345678;

  private final Block data;
  private final int header;
  private final int size;
  private final List<Problem> problems = new ArrayList<>();
  private final Table strings;
  private final Table types;
  private final Table methods;
  private final Table classes;

  private Dex(Block data, int header, int size) {
    this.data = data;
    this.header = header;
    this.size = size;
    strings = table("dex.strings", 56, 4);
    types = table("dex.types", 64, 4);
    methods = table("dex.methods", 88, 8);
    classes = table("dex.classes", 96, 32);
    verify();
  }

  /**
   * The executable at the start of a content.
   *
   * @throws Malformed {@code dex.*} where there is none
   */
  public static Dex read(Bytes content) {
    return at(whole(content), 0);
  }

  /** Every executable of a container (041); the only one of an older file. */
  public static List<Dex> all(Bytes content) {
    Block data = whole(content);
    List<Dex> found = new ArrayList<>();
    int at = 0;
    do {
      Dex dex = at(data, at);
      found.add(dex);
      at += dex.size;
    } while (found.getFirst().version() >= 41 && at <= data.size() - HEADER);
    return found;
  }

  private static Block whole(Bytes content) {
    if (content.size() < HEADER || content.size() > MAX_SIZE) {
      throw new Malformed(
          "dex.size",
          0,
          "expected " + HEADER + " to " + MAX_SIZE + " bytes; found " + content.size());
    }
    return content.block(0, (int) content.size());
  }

  private static Dex at(Block data, int at) {
    String magic = data.latin1(at, 8);
    if (!magic.matches("dex\n0(3[5-9]|4[01])\0")) {
      throw new Malformed("dex.magic", at, "expected \"dex\", version 035 to 041; found neither");
    }
    if (data.i32le(at + 40) != ENDIAN_TAG) {
      throw new Malformed(
          "dex.endian-tag",
          at + 40,
          "expected 12345678; found " + Integer.toHexString(data.i32le(at + 40)));
    }
    long size = data.u32le(at + 32);
    if (size < HEADER || size > data.size() - at) {
      throw new Malformed(
          "dex.file-size", at + 32, size + " bytes; there are " + (data.size() - at));
    }
    return new Dex(data, at, (int) size);
  }

  /** Version of the format: 35 to 41. */
  public int version() {
    return Integer.parseInt(data.latin1(header + 4, 3));
  }

  /** What was wrong, so far as it has been read; grows while calls are visited. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  public int strings() {
    return strings.count();
  }

  public int types() {
    return types.count();
  }

  public int methods() {
    return methods.count();
  }

  public int classes() {
    return classes.count();
  }

  /**
   * A string by number.
   *
   * @throws Malformed where there is none, or it is not MUTF-8
   */
  public String string(int number) {
    int at = offset(data.u32le(entry(strings, number, 4)));
    Uleb length = new Uleb(data, at);
    int units = length.next();
    int next = length.at();
    if (units < 0 || units > data.size() - next) {
      throw new Malformed("dex.string", at, "a string of " + units + " units does not fit");
    }
    StringBuilder text = new StringBuilder(Math.min(units, 64));
    for (int i = 0; i < units; i++) {
      int lead = data.u8(next++);
      if (lead < 0x80) {
        text.append((char) lead);
      } else if (lead >> 5 == 6) {
        text.append((char) ((lead & 0x1F) << 6 | data.u8(next++) & 0x3F));
      } else if (lead >> 4 == 14) {
        int middle = data.u8(next++) & 0x3F;
        text.append((char) ((lead & 0xF) << 12 | middle << 6 | data.u8(next++) & 0x3F));
      } else {
        throw new Malformed("dex.string", next - 1, "expected MUTF-8; found byte " + lead);
      }
    }
    return text.toString();
  }

  /** Descriptor of a type: {@code Ljava/lang/String;}. */
  public String type(int number) {
    return string(data.i32le(entry(types, number, 4)));
  }

  /** Descriptor of the class a method is called on. */
  public String methodClass(int number) {
    return type(data.u16le(entry(methods, number, 8)));
  }

  public String methodName(int number) {
    return string(data.i32le(entry(methods, number, 8) + 4));
  }

  public DexClass classAt(int number) {
    int at = entry(classes, number, 32);
    return new DexClass(
        data.i32le(at),
        data.i32le(at + 4),
        data.i32le(at + 8),
        data.i32le(at + 16),
        offset(data.u32le(at + 12)),
        offset(data.u32le(at + 24)));
  }

  /** Visits every call. A class that cannot be read is a problem; the next one is read. */
  public void calls(CallVisitor visitor) {
    Code code = new Code(data, visitor);
    for (int i = 0; i < classes.count(); i++) {
      try {
        int start = classAt(i).data();
        if (start != 0) {
          code.classData(start);
        }
      } catch (Malformed broken) {
        add(broken.problem());
      }
    }
  }

  private Table table(String code, int field, int step) {
    long count = data.u32le(header + field);
    long offset = data.u32le(header + field + 4);
    if (count > data.size() / step || offset > data.size() - count * step) {
      add(new Problem(code, header + field, count + " entries at " + offset + " do not fit"));
      return Table.EMPTY;
    }
    return new Table((int) count, (int) offset);
  }

  private int entry(Table table, int number, int step) {
    if (number < 0 || number >= table.count()) {
      throw new Malformed(
          "dex.index", -1, "entry " + number + " of a table of " + table.count() + " is used");
    }
    return table.offset() + number * step;
  }

  private int offset(long value) {
    if (value > data.size()) {
      throw new Malformed("dex.offset", value, "outside the file of " + data.size() + " bytes");
    }
    return (int) value;
  }

  private void verify() {
    Adler32 sum = new Adler32();
    sum.update(data.array(), data.arrayOffset() + header + 12, size - 12);
    if (sum.getValue() != data.u32le(header + 8)) {
      add(new Problem("dex.checksum", header + 8, "the Adler-32 sum is not that of the content"));
    }
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(data.array(), data.arrayOffset() + header + 32, size - 32);
      if (!data.slice(header + 12, 20).equalTo(sha1.digest())) {
        add(new Problem("dex.signature", header + 12, "the SHA-1 is not that of the content"));
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(Problem problem) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    }
  }
}
