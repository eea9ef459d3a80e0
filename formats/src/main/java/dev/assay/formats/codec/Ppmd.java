package dev.assay.formats.codec;

import static dev.assay.formats.codec.PpmdContexts.SYMBOL;

import java.io.IOException;
import java.io.InputStream;

/**
 * PPMd, variant H, as 7z archives have it (D. Shkarin, PPM: one step to practicality, 2002; I.
 * Pavlov's range coder). A symbol is looked for in the longest context that is known, then in
 * shorter ones, without those that the longer ones had. Not for several threads.
 */
public final class Ppmd extends InputStream {
  public static final int LOWEST_ORDER = 2;
  public static final int HIGHEST_ORDER = 64;
  public static final int LEAST_MEMORY = 2 << 10;

  /** What {@code 7z -mx=9} asks for. */
  public static final int MOST_MEMORY = 192 << 20;

  private static final int[] ESCAPES = {25, 14, 9, 7, 5, 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 2};

  private final PpmdEscapes escapes = new PpmdEscapes();
  private final PpmdModel model;
  private final PpmdContexts contexts;
  private final PpmdRange range;
  private final int[] masked = new int[256];
  private final int[] open = new int[256];
  private long left;
  private int round;
  private int high;
  private boolean ended;

  /**
   * @param memory bytes that the writer's model had
   * @param size bytes that it is to give, which the stream does not say
   * @throws IOException where order or memory are none that there can be, or the stream does not
   *     begin as it must
   */
  public Ppmd(InputStream in, int order, int memory, long size) throws IOException {
    if (order < LOWEST_ORDER || order > HIGHEST_ORDER) {
      throw new IOException("PPMd of order " + order);
    }
    if (memory < LEAST_MEMORY || memory > MOST_MEMORY) {
      throw new IOException("PPMd with a memory of " + memory + " bytes");
    }
    this.left = size;
    this.model = new PpmdModel(order, memory, escapes);
    this.contexts = model.contexts;
    this.range = new PpmdRange(in);
  }

  @Override
  public int read() throws IOException {
    if (ended || left == 0) {
      return -1;
    }
    left--;
    round++;
    int symbol = contexts.count(model.context) == 1 ? single() : several();
    while (symbol == 0 && !ended) {
      symbol = escaped();
    }
    return ended ? -1 : symbol & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    for (int i = 0; i < length; i++) {
      int octet = read();
      if (octet < 0) {
        return i == 0 ? -1 : i;
      }
      into[from + i] = (byte) octet;
    }
    return length;
  }

  private static final int FOUND = 0x100;

  /** {@link #FOUND} and the value. */
  private int value() {
    return FOUND | contexts.value(model.found);
  }

  private static int highBit(int value) {
    return value >= 0x40 ? 8 : 0;
  }

  private int single() throws IOException {
    int only = contexts.symbols(model.context);
    int frequency = contexts.frequency(only);
    high = highBit(contexts.value(model.found));
    int below = contexts.count(contexts.suffix(model.context));
    int state = model.likely + high + 2 * highBit(contexts.value(only)) + (model.run >> 26 & 0x20);
    state += below == 1 ? 0 : below == 2 ? 2 : below <= 11 ? 4 : 6;
    if (range.bit(escapes.one(frequency, state)) == 0) {
      escapes.hit(frequency, state);
      model.found = only;
      int value = value();
      contexts.frequency(only, Math.min(frequency + 1, 128));
      model.likely = 1;
      model.run++;
      model.next();
      return value;
    }
    model.firstEscape = ESCAPES[escapes.miss(frequency, state) >> 10];
    masked[contexts.value(only)] = round;
    model.likely = 0;
    return 0;
  }

  private int several() throws IOException {
    int context = model.context;
    int total = contexts.sum(context);
    long threshold = range.threshold(total);
    int first = contexts.symbols(context);
    int sum = 0;
    int count = contexts.count(context);
    for (int i = 0; i < count; i++) {
      int symbol = first + SYMBOL * i;
      int frequency = contexts.frequency(symbol);
      sum += frequency;
      if (sum > threshold) {
        range.decode(sum - frequency, frequency);
        return foundAt(symbol, i);
      }
    }
    model.likely = 0;
    if (threshold >= total) {
      throw new IOException("PPMd has a symbol that there is none of");
    }
    high = highBit(contexts.value(model.found));
    range.decode(sum, total - sum);
    for (int i = 0; i < count; i++) {
      masked[contexts.value(first + SYMBOL * i)] = round;
    }
    return 0;
  }

  private int foundAt(int symbol, int place) {
    int context = model.context;
    model.found = symbol;
    int value = value();
    int frequency = contexts.frequency(symbol);
    model.likely = place == 0 && 2 * frequency > contexts.sum(context) ? 1 : 0;
    model.run += model.likely;
    contexts.sum(context, contexts.sum(context) + 4);
    frequency += 4;
    contexts.frequency(symbol, frequency);
    boolean rescales = frequency > PpmdModel.MOST_FREQUENT;
    if (place > 0) {
      boolean moves = frequency > contexts.frequency(symbol - SYMBOL);
      if (moves) {
        contexts.swap(symbol, symbol - SYMBOL);
        model.found = symbol - SYMBOL;
      }
      rescales &= moves;
    }
    if (rescales) {
      model.rescale();
    }
    model.next();
    return value;
  }

  /** Looks in the next shorter context that has more symbols. */
  private int escaped() throws IOException {
    int before = contexts.count(model.context);
    do {
      model.fall++;
      model.context = contexts.suffix(model.context);
      if (model.context == 0) {
        ended = true;
        return 0;
      }
    } while (contexts.count(model.context) == before);
    int context = model.context;
    int first = contexts.symbols(context);
    int left = contexts.count(context) - before;
    int sum = 0;
    int at = first;
    for (int i = 0; i < left; at += SYMBOL) {
      int both = contexts.both(at);
      if (masked[both & 0xFF] != round) {
        sum += both >> 8;
        open[i++] = at;
      }
    }
    boolean root = contexts.count(context) == 256;
    int place = root ? -1 : place(context, before, left);
    int total = sum + (root ? 1 : escapes.frequency(place));
    long threshold = range.threshold(total);
    if (threshold < sum) {
      return foundBelow(threshold, place);
    }
    if (threshold >= total) {
      throw new IOException("PPMd has a symbol that there is none of");
    }
    range.decode(sum, total - sum);
    if (place >= 0) {
      escapes.escaped(place, total);
    }
    for (int i = 0; i < left; i++) {
      masked[contexts.value(open[i])] = round;
    }
    return 0;
  }

  private int place(int context, int before, int left) {
    int count = contexts.count(context);
    int below = contexts.count(contexts.suffix(context));
    int state = left < below - count ? 1 : 0;
    state += contexts.sum(context) < 11 * count ? 2 : 0;
    state += before > left ? 4 : 0;
    return PpmdEscapes.place(left, state + high);
  }

  private int foundBelow(long threshold, int place) throws IOException {
    int i = 0;
    int sum = contexts.frequency(open[0]);
    while (sum <= threshold) {
      sum += contexts.frequency(open[++i]);
    }
    int symbol = open[i];
    int frequency = contexts.frequency(symbol);
    range.decode(sum - frequency, frequency);
    if (place >= 0) {
      escapes.found(place);
    }
    model.found = symbol;
    int value = value();
    contexts.sum(model.context, contexts.sum(model.context) + 4);
    contexts.frequency(symbol, frequency + 4);
    if (frequency + 4 > PpmdModel.MOST_FREQUENT) {
      model.rescale();
    }
    model.run = model.firstRun;
    model.update();
    return value;
  }
}
