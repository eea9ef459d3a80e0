package dev.assay.formats.codec;

import static dev.assay.formats.codec.PpmdContexts.SYMBOL;

/**
 * What came after which symbols: the model of PPMd, variant H, by D. Shkarin (PPMII), as 7-Zip has
 * it. Nothing here depends on how a symbol is coded.
 */
final class PpmdModel {
  static final int MOST_FREQUENT = 124;
  private static final int MOST_LENGTH = 12;

  final PpmdContexts contexts;
  private final PpmdArena arena;
  private final PpmdUnits units;
  private final PpmdEscapes escapes;
  private final int order;
  private final int[] waiting;

  /** The context that is looked in, and the longest that was. */
  int context;

  private int longest;

  /** The symbol that was found last. */
  int found;

  /** How many orders below the highest the context is. */
  int fall;

  /** Frequency of an escape from a context that gets its second symbol. */
  int firstEscape;

  /** Symbols in a row that were likely, from what is below zero. */
  int run;

  int firstRun;

  /** 1 where the last symbol was likely. */
  int likely;

  PpmdModel(int order, int memory, PpmdEscapes escapes) {
    this.order = order;
    this.escapes = escapes;
    this.arena = new PpmdArena(memory);
    this.units = new PpmdUnits(arena);
    this.contexts = new PpmdContexts(arena);
    this.waiting = new int[order + 1];
    restart();
  }

  private void restart() {
    units.restart();
    escapes.restart();
    fall = order;
    firstRun = -Math.min(order, MOST_LENGTH) - 1;
    run = firstRun;
    likely = 0;
    context = units.context();
    longest = context;
    found = units.allocate(128);
    contexts.count(context, 256);
    contexts.sum(context, 257);
    contexts.symbols(context, found);
    contexts.suffix(context, 0);
    for (int i = 0; i < 256; i++) {
      contexts.set(found + SYMBOL * i, i, 1, 0);
    }
  }

  /** After a symbol was found in the first context that was looked in. */
  void next() {
    int successor = contexts.successor(found);
    if (fall == 0 && successor > units.text()) {
      context = successor;
      longest = successor;
    } else {
      update();
    }
  }

  /** Counts the symbol in all contexts that did not have it. */
  void update() {
    int value = contexts.value(found);
    int frequency = contexts.frequency(found);
    int successor = contexts.successor(found);
    if (frequency < MOST_FREQUENT / 4 && contexts.suffix(context) != 0) {
      countBelow(contexts.suffix(context), value);
    }
    if (!extend(value, frequency, successor)) {
      restart();
    }
  }

  private void countBelow(int below, int value) {
    int symbol = contexts.symbol(below, value);
    if (contexts.count(below) == 1) {
      if (contexts.frequency(symbol) < 32) {
        contexts.frequency(symbol, contexts.frequency(symbol) + 1);
      }
      return;
    }
    if (symbol != contexts.symbols(below)
        && contexts.frequency(symbol) >= contexts.frequency(symbol - SYMBOL)) {
      contexts.swap(symbol, symbol - SYMBOL);
      symbol -= SYMBOL;
    }
    if (contexts.frequency(symbol) < MOST_FREQUENT - 9) {
      contexts.frequency(symbol, contexts.frequency(symbol) + 2);
      contexts.sum(below, contexts.sum(below) + 2);
    }
  }

  /** Whether there was room. */
  private boolean extend(int value, int frequency, int successor) {
    if (fall == 0) {
      context = successors(false);
      longest = context;
      if (context != 0) {
        contexts.successor(found, context);
      }
      return context != 0;
    }
    if (!units.addText(value)) {
      return false;
    }
    int next = units.text();
    int reached = successor;
    if (reached == 0) {
      contexts.successor(found, next);
      reached = context;
    } else {
      if (reached <= next) {
        reached = successors(true);
        if (reached == 0) {
          return false;
        }
      }
      if (--fall == 0) {
        next = reached;
        if (longest != context) {
          units.dropText();
        }
      }
    }
    int count = contexts.count(context);
    int others = contexts.sum(context) - count - (frequency - 1);
    for (int each = longest; each != context; each = contexts.suffix(each)) {
      if (!add(each, value, frequency, next, count, others)) {
        return false;
      }
    }
    context = reached;
    longest = reached;
    return true;
  }

  /**
   * Adds a symbol to a context that did not have it.
   *
   * @param count symbols of the context that has it
   * @param others sum of the frequencies of the others there
   */
  private boolean add(int to, int value, int frequency, int successor, int count, int others) {
    int had = contexts.count(to);
    if (had == 1) {
      int block = units.allocate(1);
      if (block == 0) {
        return false;
      }
      contexts.copy(contexts.symbols(to), block);
      int first = contexts.frequency(block);
      first = first < MOST_FREQUENT / 4 - 1 ? first << 1 : MOST_FREQUENT - 4;
      contexts.frequency(block, first);
      contexts.symbols(to, block);
      contexts.sum(to, first + firstEscape + (count > 3 ? 1 : 0));
    } else {
      if (had % 2 == 0) {
        int block = units.expand(contexts.symbols(to), had / 2);
        if (block == 0) {
          return false;
        }
        contexts.symbols(to, block);
      }
      int sum = contexts.sum(to);
      int more = 2 * had < count ? 1 : 0;
      contexts.sum(to, sum + more + (4 * had <= count && sum <= 8 * had ? 2 : 0));
    }
    int sum = contexts.sum(to);
    int share = 2 * frequency * (sum + 6);
    int all = others + sum;
    int own;
    if (share < 6 * all) {
      own = 1 + (share > all ? 1 : 0) + (share >= 4 * all ? 1 : 0);
      contexts.sum(to, sum + 3);
    } else {
      own = 4 + (share >= 9 * all ? 1 : 0) + (share >= 12 * all ? 1 : 0);
      own += share >= 15 * all ? 1 : 0;
      contexts.sum(to, sum + own);
    }
    contexts.count(to, had + 1);
    contexts.set(contexts.symbols(to) + SYMBOL * had, value, own, successor);
    return true;
  }

  /**
   * Makes the contexts that the found symbol leads to, from the longest down to one that is there.
   *
   * @param itself whether the found symbol gets one as well
   * @return the longest of them; 0 where there is no room
   */
  private int successors(boolean itself) {
    int text = contexts.successor(found);
    int value = contexts.value(found);
    int count = 0;
    if (itself) {
      waiting[count++] = found;
    }
    int at = context;
    while (contexts.suffix(at) != 0) {
      at = contexts.suffix(at);
      int symbol = contexts.symbol(at, value);
      if (contexts.successor(symbol) != text) {
        at = contexts.successor(symbol);
        if (count == 0) {
          return at;
        }
        break;
      }
      waiting[count++] = symbol;
    }
    int next = arena.u8(text);
    int frequency = inherited(at, next);
    while (count > 0) {
      int made = units.context();
      if (made == 0) {
        return 0;
      }
      contexts.count(made, 1);
      contexts.set(contexts.symbols(made), next, frequency, text + 1);
      contexts.suffix(made, at);
      contexts.successor(waiting[--count], made);
      at = made;
    }
    return at;
  }

  /** How frequent the only symbol of a new context is, by its frequency in the suffix. */
  private int inherited(int from, int value) {
    int frequency = contexts.frequency(contexts.symbol(from, value));
    if (contexts.count(from) == 1) {
      return frequency;
    }
    int own = frequency - 1;
    int others = contexts.sum(from) - contexts.count(from) - own;
    return 1
        + (2 * own <= others
            ? 5 * own > others ? 1 : 0
            : (2 * own + 3 * others - 1) / (2 * others));
  }

  /** Halves frequencies, sorts by them, and drops symbols that have none left. */
  void rescale() {
    int first = contexts.symbols(context);
    contexts.move(found, first);
    int count = contexts.count(context);
    int escape = contexts.sum(context) - contexts.frequency(first);
    int round = fall == 0 ? 0 : 1;
    contexts.frequency(first, contexts.frequency(first) + 4 + round >> 1);
    int sum = contexts.frequency(first);
    int last = first + SYMBOL * (count - 1);
    for (int at = first + SYMBOL; at <= last; at += SYMBOL) {
      escape -= contexts.frequency(at);
      contexts.frequency(at, contexts.frequency(at) + round >> 1);
      int frequency = contexts.frequency(at);
      sum += frequency;
      int to = at;
      while (to > first && frequency > contexts.frequency(to - SYMBOL)) {
        to -= SYMBOL;
      }
      contexts.move(at, to);
    }
    int left = count;
    while (contexts.frequency(first + SYMBOL * (left - 1)) == 0) {
      left--;
    }
    escape += count - left;
    found = first;
    if (left == 1) {
      alone(first, count, escape);
      return;
    }
    if (left < count) {
      contexts.count(context, left);
      found = units.shrink(first, (count + 1) / 2, (left + 1) / 2);
      contexts.symbols(context, found);
    }
    contexts.sum(context, sum + escape - (escape >> 1));
  }

  /** Makes the context one of its first symbol only. */
  private void alone(int first, int count, int escape) {
    int value = contexts.value(first);
    int successor = contexts.successor(first);
    int frequency = contexts.frequency(first);
    int rest = escape;
    do {
      frequency -= frequency >> 1;
      rest >>= 1;
    } while (rest > 1);
    units.release(first, (count + 1) / 2);
    contexts.count(context, 1);
    found = contexts.symbols(context);
    contexts.set(found, value, frequency, successor);
  }
}
