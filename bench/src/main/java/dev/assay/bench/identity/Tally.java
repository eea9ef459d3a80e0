package dev.assay.bench.identity;

import java.util.Set;
import java.util.TreeSet;

/** Counts of one product over a sample of packages. */
final class Tally {
  int expected;
  int exact;
  int unversioned;
  int wrong;

  /** Packages of other sources in which it was found, with the version found. */
  final Set<String> elsewhere = new TreeSet<>();

  int missed() {
    return expected - exact - unversioned - wrong;
  }

  void add(Tally other) {
    expected += other.expected;
    exact += other.exact;
    unversioned += other.unversioned;
    wrong += other.wrong;
    elsewhere.addAll(other.elsewhere);
  }
}
