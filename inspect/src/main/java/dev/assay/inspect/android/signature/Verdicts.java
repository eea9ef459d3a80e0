package dev.assay.inspect.android.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects what checks find. */
final class Verdicts {
  private static final int MAX_FLAWS = 100;

  private final List<String> checked = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private final Set<String> digests = new TreeSet<>();
  private final Set<String> contents = new TreeSet<>();
  private List<String> lineage = List.of();

  void checks(String scheme) {
    checked.add(scheme);
  }

  void flaw(String scheme, String code, String place, String found) {
    if (flaws.size() < MAX_FLAWS) {
      flaws.add(new Flaw(scheme, code, place, found));
    }
  }

  void digest(String hash) {
    digests.add(hash);
  }

  void content(String digest) {
    contents.add(digest);
  }

  void lineage(List<String> certificates) {
    lineage = certificates;
  }

  List<String> checked() {
    return List.copyOf(checked);
  }

  List<Flaw> flaws() {
    return flaws.stream().distinct().toList();
  }

  List<String> digests() {
    return List.copyOf(digests);
  }

  List<String> contents() {
    return List.copyOf(contents);
  }

  List<String> lineage() {
    return lineage;
  }

  static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }
}
