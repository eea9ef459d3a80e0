package dev.assay.formats.dex;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One Dalvik executable; everything is decoded when asked for. A number that no entry has, or an
 * entry that leads outside, throws {@link Malformed}.
 */
public final class Dex {
  private static final int MAX_SIZE = 256 << 20;
  private static final int MAX_PROBLEMS = 100;
  private static final int MAX_TYPES = 255;
  private static final int MAX_NAME = 1 << 12;
  private static final int MAX_NAMES = 1 << 14;

  private final Block data;
  private final DexHeader header;
  private final List<Problem> problems = new ArrayList<>();
  private final Table strings;
  private final Table types;
  private final Table prototypes;
  private final Table fields;
  private final Table methods;
  private final Table classes;

  private Dex(DexHeader header) {
    this.data = header.data();
    this.header = header;
    strings = header.table("dex.strings", 56, 4, this::add);
    types = header.table("dex.types", 64, 4, this::add);
    prototypes = header.table("dex.prototypes", 72, 12, this::add);
    fields = header.table("dex.fields", 80, 8, this::add);
    methods = header.table("dex.methods", 88, 8, this::add);
    classes = header.table("dex.classes", 96, 32, this::add);
    header.verify(this::add);
  }

  /**
   * The executable at the start of a content.
   *
   * @throws Malformed {@code dex.*} where there is none
   */
  public static Dex read(Bytes content) {
    return new Dex(DexHeader.read(whole(content), 0));
  }

  /** Every executable of a container (041); the only one of an older file. */
  public static List<Dex> all(Bytes content) {
    Block data = whole(content);
    List<Dex> found = new ArrayList<>();
    int at = 0;
    do {
      Dex dex = new Dex(DexHeader.read(data, at));
      found.add(dex);
      at += dex.header.size();
    } while (found.getFirst().version() >= 41 && at <= data.size() - DexHeader.SIZE);
    return found;
  }

  private static Block whole(Bytes content) {
    if (content.size() < DexHeader.SIZE || content.size() > MAX_SIZE) {
      throw new Malformed(
          "dex.size",
          0,
          "expected " + DexHeader.SIZE + " to " + MAX_SIZE + " bytes; found " + content.size());
    }
    return content.block(0, (int) content.size());
  }

  /** Version of the format: 35 to 41. */
  public int version() {
    return header.version();
  }

  /** What was wrong, so far as it has been read; grows while code is walked. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  public int strings() {
    return strings.count();
  }

  public int types() {
    return types.count();
  }

  public int prototypes() {
    return prototypes.count();
  }

  public int fields() {
    return fields.count();
  }

  public int methods() {
    return methods.count();
  }

  public int classes() {
    return classes.count();
  }

  public String string(int number) {
    return string(number, Integer.MAX_VALUE);
  }

  /** The beginning of a string that may be long, so many UTF-16 units of it at most. */
  public String string(int number, int most) {
    return Strings.read(data, offset(data.u32le(strings.entry(number))), most);
  }

  /**
   * A string that names something. Any number of things may claim the same name, so one that is
   * much longer than names are is {@link Malformed}.
   */
  public String name(int string) {
    String name = string(string, MAX_NAME + 1);
    if (name.length() > MAX_NAME) {
      throw new Malformed(
          "dex.name",
          data.u32le(strings.entry(string)),
          "a name of more than " + MAX_NAME + " characters");
    }
    return name;
  }

  /** Descriptor of a type: {@code Ljava/lang/String;}. */
  public String type(int number) {
    return name(data.i32le(types.entry(number)));
  }

  public Prototype prototype(int number) {
    int at = prototypes.entry(number);
    return new Prototype(type(data.i32le(at + 4)), typeList(offset(data.u32le(at + 8))));
  }

  public Member field(int number) {
    return member(fields.entry(number));
  }

  public Member method(int number) {
    return member(methods.entry(number));
  }

  private Member member(int at) {
    return new Member(data.u16le(at), data.u16le(at + 2), data.i32le(at + 4));
  }

  /** Descriptor of the class a method is called on. */
  public String methodClass(int number) {
    return type(data.u16le(methods.entry(number)));
  }

  public String methodName(int number) {
    return name(data.i32le(methods.entry(number) + 4));
  }

  public DexClass classAt(int number) {
    int at = classes.entry(number);
    return new DexClass(
        data.i32le(at),
        data.i32le(at + 4),
        data.i32le(at + 8),
        data.i32le(at + 16),
        offset(data.u32le(at + 12)),
        offset(data.u32le(at + 20)),
        offset(data.u32le(at + 24)),
        offset(data.u32le(at + 28)));
  }

  /** Descriptors of what a class implements. */
  public List<String> interfaces(DexClass of) {
    return typeList(of.interfaces());
  }

  /** Numbers and flags of a class's methods, direct before virtual. */
  public Map<Integer, Integer> methodsOf(DexClass of) {
    Map<Integer, Integer> found = new LinkedHashMap<>();
    if (of.data() != 0) {
      int[] left = {data.size()};
      ClassData.read(
          data,
          of.data(),
          (amount, at) -> {
            left[0] -= (int) amount;
            if (left[0] < 0) {
              throw new Malformed("dex.too-large", at, "more members are claimed than fit");
            }
          },
          (method, flags, code) -> found.put(method, flags));
    }
    return found;
  }

  /** First values of static fields, by number of the field; those left out are zero or null. */
  public Map<Integer, Value> staticValues(DexClass of) {
    if (of.values() == 0 || of.data() == 0) {
      return Map.of();
    }
    List<Value> values = new Values(data, of.values()).array();
    int[] statics = ClassData.staticFields(data, of.data(), values.size());
    Map<Integer, Value> found = new LinkedHashMap<>();
    for (int i = 0; i < statics.length; i++) {
      found.put(statics[i], values.get(i));
    }
    return found;
  }

  public Annotations annotations(DexClass of) {
    return Annotations.read(data, of.annotations());
  }

  /** Address of an instruction within the code at an offset, in units of two bytes. */
  public static int address(int code, int offset) {
    return (offset - Code.instructions(code)) / 2;
  }

  /** Offset of the first instruction of the code at an offset. */
  public static int start(int code) {
    return Code.instructions(code);
  }

  /** Line of the source an address of the code at an offset comes from; 0 where none is noted. */
  public int line(int code, int address) {
    long debug = data.u32le(code + 8);
    return debug == 0 ? 0 : Lines.at(data, offset(debug), address);
  }

  /**
   * Visits all code. A method or class that cannot be read is a problem; the next one is read. What
   * the visitor throws as {@link Malformed} counts as that.
   */
  public void walk(CodeVisitor visitor) {
    Code code = new Code(data, visitor, this::add);
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

  private List<String> typeList(int at) {
    if (at == 0) {
      return List.of();
    }
    long count = data.u32le(at);
    if (count > MAX_TYPES) {
      throw new Malformed("dex.type-list", at, "a list of " + count + " types; not read");
    }
    List<String> found = new ArrayList<>((int) count);
    int length = 0;
    for (int i = 0; i < count; i++) {
      String type = type(data.u16le(at + 4 + 2 * i));
      length += type.length();
      if (length > MAX_NAMES) {
        throw new Malformed(
            "dex.type-list", at, "names of more than " + MAX_NAMES + " characters; not read");
      }
      found.add(type);
    }
    return found;
  }

  private int offset(long value) {
    if (value > data.size()) {
      throw new Malformed("dex.offset", value, "outside the file of " + data.size() + " bytes");
    }
    return (int) value;
  }

  private void add(Problem problem) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    }
  }
}
