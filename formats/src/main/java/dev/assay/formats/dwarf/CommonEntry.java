package dev.assay.formats.dwarf;

import dev.assay.formats.Block;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A CIE.
 *
 * @param number by which its functions name it, counted from 1
 * @param codeFactor steps in code, in bytes
 * @param dataFactor offsets, in bytes
 * @param returnRegister column of the return address
 * @param personality address of what is called while unwinding, or of where that stands; 0 where
 *     nothing is
 * @param program call frame instructions that hold for each function
 */
public record CommonEntry(
    int number,
    ByteOrder order,
    int version,
    String augmentation,
    int addressSize,
    int offsetSize,
    long codeFactor,
    long dataFactor,
    long returnRegister,
    int pointerEncoding,
    int dataEncoding,
    long personality,
    Block program) {
  /** How addresses of functions are encoded, in words. */
  public String pointers() {
    return EncodedPointer.name(pointerEncoding);
  }

  /** How addresses of exception tables are encoded, in words. */
  public String data() {
    return EncodedPointer.name(dataEncoding);
  }

  /** The call frame instructions in words. */
  public List<String> instructions(Meaning meaning) {
    return instructions(program, meaning);
  }

  List<String> instructions(Block block, Meaning meaning) {
    return new Operations(order, addressSize, offsetSize, codeFactor, dataFactor, meaning)
        .of(Names.CFA, block);
  }

  boolean hasAugmentationData() {
    return augmentation.startsWith("z");
  }
}
