package dev.assay.formats.dex;

/** Told of every call in the order of the file. */
@FunctionalInterface
public interface CallVisitor {
  /**
   * One {@code invoke} instruction.
   *
   * @param caller number of the calling method
   * @param opcode of the instruction
   * @param target number of the called method; of the call site for {@code invoke-custom}
   * @param offset of the instruction in the file
   */
  void call(int caller, int opcode, int target, int offset);
}
