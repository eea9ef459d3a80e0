package dev.assay.formats.dex;

/**
 * Told of what code refers to, in the order of the file. Offsets count like all of {@link Dex}; an
 * instruction's address within its method is {@link Dex#address}.
 */
public interface CodeVisitor {
  /**
   * A method with readable code begins; what follows is its own.
   *
   * @param method number of the method
   * @param flags of access
   * @param code offset of its code
   */
  default void method(int method, int flags, int code) {}

  /**
   * One {@code invoke} instruction.
   *
   * @param opcode of the instruction
   * @param target number of the called method; of the call site for {@code invoke-custom}
   * @param arguments valid only during the call
   */
  default void call(int opcode, int target, int offset, Arguments arguments) {}

  /** A string constant is loaded. */
  default void string(int string, int offset) {}

  /** A class constant, a new object or array, a cast or a test of a type. */
  default void type(int opcode, int type, int offset) {}

  /** A field is read or written. */
  default void field(int opcode, int field, int offset) {}
}
