package dev.assay.compare.change.bytecode;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.dex.Arguments;
import dev.assay.formats.dex.CodeVisitor;
import dev.assay.formats.dex.Dex;

/**
 * Reads the code of a Dalvik executable with what its instructions name in place of the numbers by
 * which they do, so that an entry more in a table is no change of the code.
 */
final class DexCode implements CodeVisitor {
  private static final int UNITS = 12;
  private static final int STEP = 1 << 16;
  private static final int CONST_STRING_JUMBO = 0x1B;
  private static final int FIRST_CALL_SITE = 0xFC;

  /** What takes the code of one method after the other. */
  interface Taker {
    /**
     * @param units of code, 2 bytes each
     */
    void begin(int method, long units);

    /** Instructions as they are. */
    void raw(Block block);

    /** What the instruction names whose number begins the preceding bytes. */
    void named(String name);

    void end();
  }

  private final Dex dex;
  private final Bytes content;
  private final Taker taker;
  private boolean open;
  private int at;
  private int end;

  private DexCode(Dex dex, Bytes content, Taker taker) {
    this.dex = dex;
    this.content = content;
    this.taker = taker;
  }

  /**
   * @param content the executable holds
   */
  static void walk(Dex dex, Bytes content, Taker taker) {
    DexCode code = new DexCode(dex, content, taker);
    dex.walk(code);
    code.end();
  }

  /** {@code Lcom/example/Main;->run(I)V}. */
  static String name(Dex dex, int method) {
    return dex.methodClass(method)
        + "->"
        + dex.methodName(method)
        + dex.prototype(dex.method(method).kind()).descriptor();
  }

  @Override
  public void method(int number, int flags, int code) {
    end();
    long units = content.block(code + UNITS, 4).u32le(0);
    taker.begin(number, units);
    open = true;
    at = Dex.start(code);
    end = (int) (at + 2 * units);
  }

  @Override
  public void call(int opcode, int target, int offset, Arguments arguments) {
    names(offset, 2, opcode >= FIRST_CALL_SITE ? "" + target : name(dex, target));
  }

  @Override
  public void string(int string, int offset) {
    boolean wide = content.block(offset, 1).u8(0) == CONST_STRING_JUMBO;
    names(offset, wide ? 4 : 2, dex.string(string));
  }

  @Override
  public void type(int opcode, int type, int offset) {
    names(offset, 2, dex.type(type));
  }

  @Override
  public void field(int opcode, int field, int offset) {
    String owner = dex.type(dex.field(field).owner());
    String kind = dex.type(dex.field(field).kind());
    names(offset, 2, owner + "->" + dex.string(dex.field(field).name()) + ":" + kind);
  }

  /** The instruction at an offset holds a number of some bytes after its first unit. */
  private void names(int offset, int bytes, String name) {
    raw(offset + 2);
    taker.named(name);
    at = offset + 2 + bytes;
  }

  private void raw(int to) {
    while (at < to) {
      Block block = content.block(at, Math.min(to - at, STEP));
      taker.raw(block);
      at += block.size();
    }
  }

  private void end() {
    if (open) {
      raw(end);
      taker.end();
      open = false;
    }
  }
}
