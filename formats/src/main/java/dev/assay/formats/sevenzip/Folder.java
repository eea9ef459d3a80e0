package dev.assay.formats.sevenzip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is decompressed together.
 *
 * @param bonds which coder's output each of the inputs takes, in the order of all inputs; −1 where
 *     it takes a packed stream
 * @param packed number of the packed stream of each input, counted from the folder's first; −1
 *     where it takes an output
 * @param last the coder whose output nobody takes
 */
record Folder(List<Coder> coders, List<Integer> bonds, List<Integer> packed, int last) {
  private static final int MOST_CODERS = 32;

  static Folder read(HeaderFields fields) {
    int count = fields.count("coders");
    if (count == 0 || count > MOST_CODERS) {
      throw fields.damaged("a folder of " + count + " coders");
    }
    List<Coder> coders = new ArrayList<>(count);
    int inputs = 0;
    for (int i = 0; i < count; i++) {
      Coder coder = Coder.read(fields);
      coders.add(coder);
      inputs += coder.inputs();
    }
    if (inputs < count) {
      throw fields.damaged("coders that have no packed stream");
    }
    int[] bonds = filled(inputs);
    boolean[] taken = new boolean[count];
    for (int i = 0; i < count - 1; i++) {
      int input = index(fields, inputs);
      int output = index(fields, count);
      if (bonds[input] >= 0 || taken[output]) {
        throw fields.damaged("a stream that is taken twice");
      }
      bonds[input] = output;
      taken[output] = true;
    }
    return new Folder(
        List.copyOf(coders), boxed(bonds), boxed(packed(fields, bonds, count)), free(taken));
  }

  int packedStreams() {
    return bonds.size() - coders.size() + 1;
  }

  /** The inputs that no output goes to: told where there are several. */
  private static int[] packed(HeaderFields fields, int[] bonds, int coders) {
    int[] packed = filled(bonds.length);
    int streams = bonds.length - coders + 1;
    if (streams == 1) {
      for (int i = 0; i < bonds.length; i++) {
        packed[i] = bonds[i] < 0 ? 0 : -1;
      }
      return packed;
    }
    for (int i = 0; i < streams; i++) {
      int input = index(fields, bonds.length);
      if (bonds[input] >= 0 || packed[input] >= 0) {
        throw fields.damaged("a stream that is taken twice");
      }
      packed[input] = i;
    }
    return packed;
  }

  private static int index(HeaderFields fields, int count) {
    long index = fields.number();
    if (index >= count) {
      throw fields.damaged("stream " + index + " of " + count);
    }
    return (int) index;
  }

  private static int free(boolean[] taken) {
    int at = 0;
    while (taken[at]) {
      at++;
    }
    return at;
  }

  private static int[] filled(int count) {
    int[] none = new int[count];
    Arrays.fill(none, -1);
    return none;
  }

  private static List<Integer> boxed(int[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
