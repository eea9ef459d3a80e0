package dev.assay.compare;

import dev.assay.formats.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which member of one side is which of the other: by path, then by content, then by path without
 * digits and the ending of a compression where that is unique on both sides, then by what is alike
 * in their content. Several members of one path are paired in their order.
 */
final class Pairing {
  private static final Pattern LOOSE =
      Pattern.compile("[0-9]+|\\.(gz|xz|lz|zst|bz2|lzma|lz4|lzo)$");

  /** The key of what has none; no path has a NUL. */
  static final String NONE = "\0";

  final List<Pair> pairs = new ArrayList<>();
  final List<Entry> removed = new ArrayList<>();
  final List<Entry> added = new ArrayList<>();

  record Pair(Entry left, Entry right) {}

  private Pairing() {}

  /**
   * @param digest of a member's content; {@link #NONE} where it has none to be known by
   * @param sketch of a member's content; empty where it has none to be known by
   */
  static Pairing of(
      List<Entry> left,
      List<Entry> right,
      Function<Entry, String> digest,
      Function<Entry, Optional<Sketch>> sketch) {
    Pairing pairing = new Pairing();
    List<Entry> leftOver = pairing.match(left, right, Entry::path);
    List<Entry> rightOver = new ArrayList<>(pairing.added);
    pairing.added.clear();
    if (!leftOver.isEmpty() && !rightOver.isEmpty()) {
      leftOver = pairing.match(leftOver, rightOver, digest);
      rightOver = new ArrayList<>(pairing.added);
      pairing.added.clear();
      leftOver = pairing.match(leftOver, rightOver, unique(leftOver, rightOver));
      rightOver = new ArrayList<>(pairing.added);
      pairing.added.clear();
    }
    List<Pair> alike = Alike.pairs(leftOver, rightOver, sketch);
    pairing.pairs.addAll(alike);
    pairing.removed.addAll(without(leftOver, alike.stream().map(Pair::left).toList()));
    pairing.added.addAll(without(rightOver, alike.stream().map(Pair::right).toList()));
    return pairing;
  }

  /** Of two containers that hold one file each: what it is called says nothing of what it is. */
  static Pairing ofOnly(Entry left, Entry right) {
    Pairing pairing = new Pairing();
    pairing.pairs.add(new Pair(left, right));
    return pairing;
  }

  private static List<Entry> without(List<Entry> entries, List<Entry> taken) {
    Set<Entry> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    gone.addAll(taken);
    return entries.stream().filter(entry -> !gone.contains(entry)).toList();
  }

  /** Pairs members of equal keys; leaves the others of the right in {@link #added}. */
  private List<Entry> match(List<Entry> left, List<Entry> right, Function<Entry, String> key) {
    Map<String, Deque<Entry>> wanted = new LinkedHashMap<>();
    for (Entry entry : right) {
      wanted.computeIfAbsent(key.apply(entry), unseen -> new ArrayDeque<>()).add(entry);
    }
    List<Entry> over = new ArrayList<>();
    for (Entry entry : left) {
      String name = key.apply(entry);
      Deque<Entry> same = wanted.getOrDefault(name, new ArrayDeque<>());
      if (name.equals(NONE) || same.isEmpty()) {
        over.add(entry);
      } else {
        pairs.add(new Pair(entry, same.remove()));
      }
    }
    wanted.values().forEach(added::addAll);
    return over;
  }

  private static Function<Entry, String> unique(List<Entry> left, List<Entry> right) {
    Map<String, Integer> lefts = loose(left);
    Map<String, Integer> rights = loose(right);
    return entry -> {
      String name = loose(entry);
      return lefts.getOrDefault(name, 0) == 1 && rights.getOrDefault(name, 0) == 1 ? name : NONE;
    };
  }

  private static Map<String, Integer> loose(List<Entry> entries) {
    Map<String, Integer> counts = new HashMap<>();
    entries.forEach(entry -> counts.merge(loose(entry), 1, Integer::sum));
    return counts;
  }

  private static String loose(Entry entry) {
    return entry.entryType() + " " + LOOSE.matcher(entry.path()).replaceAll("");
  }
}
