package dev.assay.inspect.hostile;

import static dev.assay.inspect.hostile.Code.CLASSES;
import static dev.assay.inspect.hostile.Code.CLASS_DATA;
import static dev.assay.inspect.hostile.Code.CODE;
import static dev.assay.inspect.hostile.Code.METHODS;
import static dev.assay.inspect.hostile.Code.PROTOTYPES;
import static dev.assay.inspect.hostile.Code.STRINGS;
import static dev.assay.inspect.hostile.Code.TEXTS;
import static dev.assay.inspect.hostile.Code.TYPES;
import static dev.assay.inspect.hostile.Code.with;

import java.util.Arrays;

/** Dalvik executables of Android packages. */
final class HostileCode extends HostileTable {
  private static final long MOST = 0xFFFFFFFFL;

  @Override
  void fill() {
    headers();
    cut();
    counts();
    places();
    numbers();
  }

  private void code(String name, byte[] dex, String problem) {
    row(name, Apps.apk("classes.dex", dex), problem);
  }

  private void headers() {
    group("code");
    code("without a lie", Code.dex(), NONE);
    code("of version 999", with(4, text("999")), "dex.magic");
    code("in the other byte order", with(40, 0x78563412), "dex.endian-tag");
    code("whose sum is another", Archives.flipped(Code.dex(), 8), NONE);
    code("whose digest is another", Archives.flipped(Code.dex(), 12), NONE);
    code("of 4 GiB", Code.with(32, MOST), "dex.file-size");
    code("of no bytes", Code.with(32, 0), "dex.file-size");
  }

  private void cut() {
    group("code that ends");
    code("in its header", Archives.cut(Code.dex(), 0x6F), "dex.size");
    code("without its header saying so", Archives.cut(Code.dex(), -1), "dex.file-size");
    code("behind its header", Code.cut(0x70), "dex.strings");
    code("in its types", Code.cut(TYPES + 3), "dex.types");
    code("in its prototypes", Code.cut(PROTOTYPES + 3), "dex.prototypes");
    code("in its methods", Code.cut(METHODS + 3), "dex.methods");
    code("in its classes", Code.cut(CLASSES + 3), "dex.classes");
    code("in its instructions", Code.cut(CODE + 17), "dex.offset");
    code("in the data of a class", Code.cut(CLASS_DATA + 3), "dex.offset");
  }

  private void counts() {
    group("counts of code");
    code("2^32 - 1 strings", with(56, MOST), "dex.index");
    code("2^30 types, four times which is none", with(64, 1L << 30), "dex.index");
    code("2^31 prototypes", with(72, 1L << 31), "dex.prototypes");
    code("2^29 methods, eight times which is none", with(88, 1L << 29), "dex.methods");
    code("2^27 classes, 32 times which is none", with(96, 1L << 27), "dex.classes");
    code("2^32 - 1 instructions", with(CODE + 12, MOST), "dex.code");
    code("2^31 instructions", with(CODE + 12, 1L << 31), "dex.code");
    byte[] many = {0, 0, -1, -1, -1, -1, 7};
    code("2^31 - 1 methods of a class", with(CLASS_DATA, many), "dex.code");
  }

  private void places() {
    group("places in code");
    code("strings at 2^32 - 1", with(60, MOST), "dex.index");
    code("classes at 2^32 - 4", with(100, 0xFFFFFFFCL), "dex.classes");
    code("text behind the end", with(STRINGS, 1L << 20), "dex.offset");
    code("data of a class at 2^32 - 1", with(CLASSES + 24, MOST), "dex.offset");
    code("types in the place of strings", with(68, STRINGS), "dex.index");
    code("classes in the header", with(100, 0), "dex.offset");
    code("data of a class in the header", with(CLASSES + 24, 1), "bytes.out-of-range");
    code("type that there is none of", with(TYPES, 77), "dex.index");
    code("class of a type that there is none of", with(CLASSES, 77), "dex.index");
    code("prototype of a list of 2^32 - 1 types", list(), "dex.type-list");
  }

  /** The list is in the text of a string, of which the bytes are all ones. */
  private static byte[] list() {
    byte[] dex = with(PROTOTYPES + 8, TEXTS + 12);
    Arrays.fill(dex, TEXTS + 12, TEXTS + 16, (byte) 0xFF);
    return Code.summed(dex);
  }

  private void numbers() {
    group("numbers in code");
    byte[] overlong = {-128, -128, -128, -128, -128, -128, 0};
    code("LEB128 of seven bytes", with(CLASS_DATA, overlong), "dex.leb128");
    byte[] endless = new byte[16];
    Arrays.fill(endless, (byte) -1);
    code("LEB128 of ones only", with(CLASS_DATA, endless), "dex.leb128");
    code("text of 2^31 - 1 characters", with(TEXTS, giant()), "dex.string");
    byte[] half = {1, -64};
    code("text that is no MUTF-8", with(TEXTS, new byte[] {3, -8, 'a', ';'}), "dex.string");
    code("text that ends in a character", with(TEXTS + 14, half), NONE);
    code("method of a number that wraps", with(CLASS_DATA + 4, overflow()), "dex.index");
    code("opcode that is not in use", with(CODE + 16, new byte[] {0x3E, 0}), "dex.instruction");
    code(
        "instruction longer than its code",
        with(CODE + 16, new byte[] {0x18, 0}),
        "dex.instruction");
  }

  private static byte[] giant() {
    return new byte[] {-1, -1, -1, -1, 7};
  }

  private static byte[] overflow() {
    return new byte[] {-1, -1, -1, -1, 15, 9, (byte) (CODE & 0x7F | 0x80), (byte) (CODE >> 7)};
  }
}
