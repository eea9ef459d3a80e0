package dev.assay.formats.codec;

/**
 * Contexts and their symbols in a model's memory.
 *
 * <pre>
 * context of several symbols   of one        symbol
 *  0  2  number of symbols      0  2  1       0  1  itself
 *  2  2  sum of frequencies     2  6  it      1  1  frequency
 *  4  4  symbols                              2  4  successor: a context, or where in
 *  8  4  suffix                 8  4  suffix        the text the next symbol stands
 * </pre>
 *
 * The suffix is the context without its first symbol, 0 of the empty one.
 */
final class PpmdContexts {
  static final int SYMBOL = 6;

  private final PpmdArena arena;

  PpmdContexts(PpmdArena arena) {
    this.arena = arena;
  }

  int count(int context) {
    return arena.u16(context);
  }

  void count(int context, int value) {
    arena.u16(context, value);
  }

  int sum(int context) {
    return arena.u16(context + 2);
  }

  void sum(int context, int value) {
    arena.u16(context + 2, value);
  }

  /** The first symbol, of one or several. */
  int symbols(int context) {
    return count(context) == 1 ? context + 2 : arena.i32(context + 4);
  }

  void symbols(int context, int block) {
    arena.i32(context + 4, block);
  }

  int suffix(int context) {
    return arena.i32(context + 8);
  }

  void suffix(int context, int suffix) {
    arena.i32(context + 8, suffix);
  }

  /** The symbol of that value, which is there. */
  int symbol(int context, int value) {
    int symbol = symbols(context);
    while (value(symbol) != value) {
      symbol += SYMBOL;
    }
    return symbol;
  }

  int value(int symbol) {
    return arena.u8(symbol);
  }

  int frequency(int symbol) {
    return arena.u8(symbol + 1);
  }

  void frequency(int symbol, int value) {
    arena.u8(symbol + 1, value);
  }

  /** The value, and 256 times the frequency. */
  int both(int symbol) {
    return arena.u16(symbol);
  }

  int successor(int symbol) {
    return arena.i32(symbol + 2);
  }

  void successor(int symbol, int value) {
    arena.i32(symbol + 2, value);
  }

  void set(int symbol, int value, int frequency, int successor) {
    arena.u8(symbol, value);
    arena.u8(symbol + 1, frequency);
    arena.i32(symbol + 2, successor);
  }

  void copy(int from, int to) {
    arena.u16(to, both(from));
    arena.i32(to + 2, successor(from));
  }

  void swap(int one, int other) {
    int value = value(one);
    int frequency = frequency(one);
    int successor = successor(one);
    copy(other, one);
    set(other, value, frequency, successor);
  }

  /** Moves a symbol to the place of one before it, and those in between up. */
  void move(int from, int to) {
    int value = value(from);
    int frequency = frequency(from);
    int successor = successor(from);
    for (int at = from; at > to; at -= SYMBOL) {
      copy(at - SYMBOL, at);
    }
    set(to, value, frequency, successor);
  }
}
