package dev.assay.formats.dex;

import dev.assay.formats.Block;

/** Runs the line program of one method. */
final class Lines {
  private static final int MAX_STEPS = 1 << 20;

  private Lines() {}

  /** Source line of the instruction at an address; 0 where the program does not say. */
  static int at(Block data, int debug, int address) {
    Uleb next = new Uleb(data, debug);
    int line = next.next();
    long parameters = Integer.toUnsignedLong(next.next());
    for (long i = 0; i < Math.min(parameters, 256); i++) {
      next.next();
    }
    int found = 0;
    long reached = 0;
    for (int step = 0; step < MAX_STEPS; step++) {
      int opcode = next.octet();
      switch (opcode) {
        case 0 -> {
          return found;
        }
        case 1 -> reached += Integer.toUnsignedLong(next.next());
        case 2 -> line += next.signed();
        case 3 -> skip(next, 3);
        case 4 -> skip(next, 4);
        case 5, 6, 9 -> skip(next, 1);
        case 7, 8 -> {}
        default -> {
          int both = opcode - 10;
          line += both % 15 - 4;
          reached += both / 15;
          if (reached > address) {
            return found;
          }
          found = line;
        }
      }
    }
    return found;
  }

  private static void skip(Uleb next, int numbers) {
    for (int i = 0; i < numbers; i++) {
      next.next();
    }
  }
}
