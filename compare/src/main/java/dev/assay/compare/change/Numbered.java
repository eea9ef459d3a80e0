package dev.assay.compare.change;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Values by name as they are met; of several of one name the second is {@code name[2]}. */
public final class Numbered {
  private static final int MOST = 100_000;
  private static final int MOST_STEPS = 4_000_000;
  private static final int LONGEST = 300;

  /** Pieces may lie in the same place any number of times. */
  private static final long MOST_BYTES = 4L << 30;

  /** Bytes of pieces that are kept so that those which differ can be told. */
  private static final long MOST_KEPT = 64 << 20;

  private final Map<String, String> values = new TreeMap<>();
  private final Map<String, Bytes> pieces = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private long bytes;
  private long kept;
  private int steps;

  /**
   * @return the name with its number
   * @throws Malformed {@code compare.pieces} where there are too many
   */
  public String add(String name, String value) {
    if (values.size() >= MOST) {
      throw new Malformed("compare.pieces", -1, "more than " + MOST + " pieces; not told apart");
    }
    String shortened = cut(name);
    int number = seen.merge(shortened, 1, Integer::sum);
    String numbered = number == 1 ? shortened : shortened + "[" + number + "]";
    values.put(numbered, cut(value));
    return numbered;
  }

  /** A piece by its size and checksum. */
  public String add(String name, Bytes piece) {
    return add(name, sized(piece), piece);
  }

  /** A piece by a value in which its size and checksum are. */
  public String add(String name, String value, Bytes piece) {
    String numbered = add(name, value);
    if (piece.size() > Crc.SHORT && kept + piece.size() <= MOST_KEPT) {
      kept += piece.size();
      pieces.put(numbered, piece);
    }
    return numbered;
  }

  /**
   * Size and checksum of a piece.
   *
   * @throws Malformed {@code compare.bytes} where all pieces so far are too large together
   */
  public String sized(Bytes piece) {
    bytes += piece.size();
    if (bytes > MOST_BYTES) {
      throw new Malformed("compare.bytes", -1, "pieces of more than " + MOST_BYTES + " bytes");
    }
    return Crc.sized(piece);
  }

  /**
   * Counts what is followed and may lead to nothing.
   *
   * @throws Malformed {@code compare.steps} where there was too much of it
   */
  public void step() {
    if (++steps > MOST_STEPS) {
      throw new Malformed("compare.steps", -1, "more than " + MOST_STEPS + " steps; not followed");
    }
  }

  /** What lies from an offset to the end, where there is anything. */
  public void rest(String name, Bytes content, long from) {
    if (from < content.size()) {
      add(name, content.from(from));
    }
  }

  /** All that were added. */
  public ValueSet toValueSet() {
    return new ValueSet(values, pieces);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "… " + Crc.of(Bytes.of(text));
  }
}
