package dev.assay.compare;

import static dev.assay.compare.Forged.big;
import static dev.assay.compare.Forged.bytes;
import static dev.assay.compare.Forged.concat;
import static dev.assay.compare.Forged.little;
import static dev.assay.compare.Forged.padded;

import java.util.Arrays;

/** Programs of other systems, as small as they can be. */
final class ForgedPrograms {
  private ForgedPrograms() {}

  /**
   * A library of Windows.
   *
   * @param time of linking in all stamps
   * @param id of debug information
   * @param pdb where the linker wrote it
   * @param text in the read-only data
   * @param function that it imports from {@code K.dll}
   */
  record Pe(int time, int id, String pdb, String text, String function, byte[] signature) {
    static final int CODE_AT = 0x200;
    static final int DATA_AT = 0x400;

    Pe() {
      this(1000, 1, "c:\\build\\one.pdb", "a text in it", "Start", new byte[0]);
    }

    Pe linked(int time, int id, String pdb) {
      return new Pe(time, id, pdb, text, function, signature);
    }

    Pe saying(String text) {
      return new Pe(time, id, pdb, text, function, signature);
    }

    Pe importing(String function) {
      return new Pe(time, id, pdb, text, function, signature);
    }

    Pe signed(byte[] signature) {
      return new Pe(time, id, pdb, text, function, signature);
    }

    byte[] bytes() {
      byte[] der = signature.length == 0 ? signature : certificate();
      byte[] directories =
          little(
              0x2000,
              40, // exports
              0x2040,
              40, // imports
              0x2140,
              40, // resources
              0,
              0, //
              der.length == 0 ? 0 : 0x600,
              der.length, // certificates
              0,
              0, //
              0x2100,
              28); // debug
      byte[] optional =
          little(
              (short) 0x10B,
              (byte) 14,
              (byte) 0,
              0x200,
              0x200,
              0,
              0x1000,
              0x1000,
              0x2000, //
              0x400000,
              0x1000,
              0x200, //
              (short) 6,
              (short) 0,
              (short) 0,
              (short) 0,
              (short) 6,
              (short) 0,
              0, //
              0x3000,
              0x200,
              time * 7,
              (short) 3,
              (short) 0x8140, //
              0x100000,
              0x1000,
              0x100000,
              0x1000,
              0,
              16,
              Arrays.copyOf(directories, 128));
      byte[] head =
          little(
              padded("MZ", 0x3C),
              0x40,
              "PE\0\0", //
              (short) 0x14C,
              (short) 2,
              time,
              0,
              0,
              (short) optional.length,
              (short) 0x2102, //
              optional, //
              padded(".text", 8),
              0x10,
              0x1000,
              0x200,
              CODE_AT,
              0,
              0,
              0,
              0x60000020, //
              padded(".rdata", 8),
              0x200,
              0x2000,
              0x200,
              DATA_AT,
              0,
              0,
              0,
              0x40000040);
      return concat(Arrays.copyOf(head, CODE_AT), padded("\u0090\u00c3", 0x200), data(), der);
    }

    private byte[] certificate() {
      byte[] der = concat(new byte[] {0x30, (byte) signature.length}, signature);
      int size = 8 + der.length;
      return Arrays.copyOf(little(size, (short) 0x200, (short) 2, der), (size + 7) / 8 * 8);
    }

    private byte[] data() {
      byte[] exports =
          little(0, time, 0, 0x2030, 1, 1, 1, 0x2028, 0x202C, 0, 0x1000, 0x2034, "x\0");
      byte[] imports = little(0x2070, 0, 0, 0x2080, 0x2070, 0, 0, 0, 0, 0);
      byte[] debug = little(0, time, 0, 2, 24 + pdb.length() + 1, 0x2180, DATA_AT + 0x180);
      byte[] resources = little(0, time, 0, (short) 0, (short) 1, 3, 0x80000018, 0, time, 0, 0);
      byte[] view = little("RSDS", id, id, id, id, 1, pdb + "\0");
      byte[] all = new byte[0x200];
      put(exports, all, 0);
      put(bytesOf("fun\0"), all, 0x34);
      put(imports, all, 0x40);
      put(little(0x2090, 0), all, 0x70);
      put(bytesOf("K.dll\0"), all, 0x80);
      put(little((short) 0, function + "\0"), all, 0x90);
      put(debug, all, 0x100);
      put(resources, all, 0x140);
      put(view, all, 0x180);
      put(bytesOf(text + "\0"), all, 0x1E0);
      return all;
    }

    private static byte[] bytesOf(String text) {
      return Forged.bytes(text);
    }
  }

  private static void put(byte[] from, byte[] into, int at) {
    System.arraycopy(from, 0, into, at, from.length);
  }

  /**
   * A program of macOS for one machine, with a text, a library, an id and a signature.
   *
   * @param id repeated
   */
  static byte[] machO(String text, String library, long id, String signature) {
    byte[] segment =
        little(
            0x19,
            152,
            padded("__TEXT", 16),
            0L,
            0x1000L,
            0L,
            0x200L,
            7,
            5,
            1,
            0, //
            padded("__cstring", 16),
            padded("__TEXT", 16),
            0x180L,
            0x40L,
            0x180,
            0,
            0,
            0,
            2,
            0,
            0,
            0);
    byte[] name = padded(library, 24);
    byte[] commands =
        little(
            segment, //
            0x0C,
            48,
            24,
            0,
            0x10203,
            0x10000,
            name, //
            0x1B,
            24,
            id,
            id, //
            0x1D,
            16,
            0x200,
            signature.length());
    byte[] head = little(0xFEEDFACF, 0x1000007, 3, 2, 4, commands.length, 0x85, 0, commands);
    byte[] code = Arrays.copyOf(head, 0x200);
    put(bytes(text), code, 0x180);
    return concat(code, bytes(signature));
  }

  /** Programs for several machines in one file, by machine. */
  static byte[] universal(byte[]... programs) {
    byte[] head = big(0xCAFEBABE, programs.length);
    byte[] all = new byte[0];
    int at = 8 + 20 * programs.length;
    for (int i = 0; i < programs.length; i++) {
      head = big(head, 7 + i, 3, at + all.length, programs[i].length, 0);
      all = concat(all, programs[i]);
    }
    return concat(head, all);
  }

  /**
   * A module of WebAssembly that exports its function.
   *
   * @param constant that it gives
   */
  static byte[] wasm(String imported, String exported, int constant) {
    byte[] types = section(1, big((byte) 1, (byte) 0x60, (byte) 0, (byte) 1, (byte) 0x7F));
    byte[] imports = section(2, big((byte) 1, name("env"), name(imported), (byte) 0, (byte) 0));
    byte[] functions = section(3, big((byte) 1, (byte) 0));
    byte[] exports = section(7, big((byte) 1, name(exported), (byte) 0, (byte) 1));
    byte[] code =
        section(10, big((byte) 1, (byte) 4, (byte) 0, (byte) 0x41, (byte) constant, (byte) 0x0B));
    byte[] custom = section(0, big(name("producers"), "by hand"));
    return big("\0asm\1\0\0\0", types, imports, functions, exports, code, custom);
  }

  private static byte[] section(int id, byte[] content) {
    return big((byte) id, (byte) content.length, content);
  }

  private static byte[] name(String name) {
    return big((byte) name.length(), name);
  }

  /**
   * Bytecode of Python 3.11 that holds one constant.
   *
   * @param time of the source, s since 1970
   */
  static byte[] python(int time, String constant, String file) {
    return little(
        (short) 3495,
        "\r\n",
        0,
        time,
        12, //
        "\u00e3",
        0,
        0,
        0,
        1,
        0, //
        "s",
        4,
        "\u0097\0d\0", //
        "\u00a9\2",
        shortText(constant),
        "N", //
        "\u00a9\1",
        shortText("x"), //
        "\u00a9\0",
        "s",
        0, //
        shortText(file),
        shortText("<module>"),
        "r",
        7,
        1,
        "s",
        2,
        "ab",
        "s",
        0);
  }

  private static byte[] shortText(String text) {
    return big("\u00fa", (byte) text.length(), text);
  }
}
