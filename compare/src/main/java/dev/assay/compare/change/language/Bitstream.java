package dev.assay.compare.change.language;

import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Blocks and records of a bitstream of LLVM (LLVM, “LLVM Bitcode File Format”). Little-endian words
 * of 32 bits; every block says how wide its abbreviations are, how a record is stored.
 */
final class Bitstream {
  /** Who is told what is read. */
  interface Listener {
    /** A block within those that are open. */
    void enter(int block);

    void leave();

    /**
     * @param blob bytes that stand as such, empty where there are none
     */
    void record(int code, List<Long> operands, byte[] blob);
  }

  private static final int DEEPEST = 32;
  private static final int INFO = 0;
  private static final int MOST_OPERANDS = 1 << 20;
  private static final String CHARACTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._";

  private enum Kind {
    LITERAL,
    FIXED,
    VARIABLE,
    ARRAY,
    CHARACTER,
    BLOB
  }

  private record Operand(Kind kind, long value) {}

  private final byte[] bytes;
  private final Listener listener;
  private final Map<Integer, List<List<Operand>>> known = new HashMap<>();
  private long at;

  private Bitstream(byte[] bytes, Listener listener) {
    this.bytes = bytes;
    this.listener = listener;
  }

  /**
   * Reads all blocks behind the magic number.
   *
   * @throws Malformed where it is damaged
   */
  static void read(byte[] bytes, Listener listener) {
    Bitstream stream = new Bitstream(bytes, listener);
    stream.at = 32;
    while (stream.at + 32 <= 8L * bytes.length) {
      if (stream.fixed(2) != 1) {
        throw stream.malformed("no block");
      }
      stream.block(0);
    }
  }

  private void block(int depth) {
    if (depth > DEEPEST) {
      throw malformed("blocks are nested too deeply");
    }
    int id = (int) variable(8);
    int width = (int) variable(4);
    align();
    fixed(32);
    if (width < 2 || width > 32) {
      throw malformed("abbreviations of " + width + " bits");
    }
    listener.enter(id);
    List<List<Operand>> abbreviations = new ArrayList<>(known.getOrDefault(id, List.of()));
    int described = -1;
    for (long code = fixed(width); code != 0; code = fixed(width)) {
      if (code == 1) {
        block(depth + 1);
      } else if (code == 2) {
        List<Operand> abbreviation = abbreviation();
        if (id == INFO) {
          known.computeIfAbsent(described, each -> new ArrayList<>()).add(abbreviation);
        } else {
          abbreviations.add(abbreviation);
        }
      } else if (code == 3) {
        int number = (int) variable(6);
        List<Long> operands = plain();
        described =
            id == INFO && number == 1 && !operands.isEmpty()
                ? operands.getFirst().intValue()
                : described;
        listener.record(number, operands, new byte[0]);
      } else if (code - 4 < abbreviations.size()) {
        abbreviated(abbreviations.get((int) code - 4));
      } else {
        throw malformed("abbreviation " + code + " is not defined");
      }
    }
    align();
    listener.leave();
  }

  private List<Long> plain() {
    long count = checked(variable(6));
    List<Long> operands = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      operands.add(variable(6));
    }
    return operands;
  }

  private List<Operand> abbreviation() {
    long count = checked(variable(5));
    List<Operand> operands = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      if (fixed(1) == 1) {
        operands.add(new Operand(Kind.LITERAL, variable(8)));
        continue;
      }
      operands.add(
          switch ((int) fixed(3)) {
            case 1 -> new Operand(Kind.FIXED, width());
            case 2 -> new Operand(Kind.VARIABLE, width());
            case 3 -> new Operand(Kind.ARRAY, 0);
            case 4 -> new Operand(Kind.CHARACTER, 0);
            case 5 -> new Operand(Kind.BLOB, 0);
            default -> throw malformed("an encoding that is not known");
          });
    }
    return operands;
  }

  private long width() {
    long width = variable(5);
    if (width > 64) {
      throw malformed("a field of " + width + " bits");
    }
    return width;
  }

  private void abbreviated(List<Operand> abbreviation) {
    List<Long> values = new ArrayList<>();
    byte[] blob = new byte[0];
    for (int i = 0; i < abbreviation.size(); i++) {
      Operand operand = abbreviation.get(i);
      if (operand.kind() == Kind.ARRAY) {
        if (i + 1 >= abbreviation.size()) {
          throw malformed("an array of nothing");
        }
        Operand element = abbreviation.get(++i);
        long count = checked(variable(6));
        for (long each = 0; each < count; each++) {
          values.add(scalar(element));
        }
      } else if (operand.kind() == Kind.BLOB) {
        blob = blob();
      } else {
        values.add(scalar(operand));
      }
    }
    if (values.isEmpty()) {
      throw malformed("a record without code");
    }
    listener.record(values.getFirst().intValue(), values.subList(1, values.size()), blob);
  }

  private long scalar(Operand operand) {
    return switch (operand.kind()) {
      case LITERAL -> operand.value();
      case FIXED -> fixed((int) operand.value());
      case VARIABLE -> variable((int) operand.value());
      case CHARACTER -> CHARACTERS.charAt((int) fixed(6));
      case ARRAY, BLOB -> throw malformed("no value stands here");
    };
  }

  private byte[] blob() {
    long length = variable(6);
    align();
    long from = at / 8;
    if (length < 0 || length > bytes.length - from) {
      throw malformed("a blob of " + length + " bytes");
    }
    at += 8 * length;
    align();
    return java.util.Arrays.copyOfRange(bytes, (int) from, (int) (from + length));
  }

  private long fixed(int width) {
    if (at + width > 8L * bytes.length) {
      throw malformed("the stream ends");
    }
    long value = 0;
    for (int i = 0; i < width; i++, at++) {
      value |= (long) (bytes[(int) (at >> 3)] >> (at & 7) & 1) << i;
    }
    return value;
  }

  /** Pieces of a width of which the highest bit says whether another follows. */
  private long variable(int width) {
    if (width == 0) {
      return 0;
    }
    long value = 0;
    for (int shift = 0; shift < 64 + width; shift += width - 1) {
      long piece = fixed(width);
      long more = 1L << width - 1;
      value |= shift < 64 ? (piece & more - 1) << shift : 0;
      if ((piece & more) == 0) {
        return value;
      }
      if (width == 1) {
        break;
      }
    }
    throw malformed("a number that does not end");
  }

  private long checked(long count) {
    if (count < 0 || count > MOST_OPERANDS || count > 8L * bytes.length - at) {
      throw malformed(count + " of something that do not fit");
    }
    return count;
  }

  private void align() {
    at = (at + 31) / 32 * 32;
  }

  private Malformed malformed(String what) {
    return new Malformed("bitcode.damaged", at / 8, what);
  }
}
