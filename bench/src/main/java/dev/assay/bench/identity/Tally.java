package dev.assay.bench.identity;

import java.util.Set;
import java.util.TreeSet;

/** Counts of one product over a sample of packages. */
final class Tally {
  int expected;
  int exact;

  /** With the version that the control file has, written in another way. */
  int agreed;

  int unversioned;
  int wrong;

  /** Different versions told of the product of a source, all of them. */
  int told;

  /** Of those, the ones that are not the version of the control file. */
  int beside;

  /** Whose programs name their package and its version themselves. */
  int noted;

  /** Of those, the ones whose content does not tell the version otherwise. */
  int onlyNoted;

  /** Packages whose copyright file says that their source holds it, with the version found. */
  final Set<String> declared = new TreeSet<>();

  /** Other packages of other sources in which it was found, with the version found. */
  final Set<String> elsewhere = new TreeSet<>();

  int missed() {
    return expected - exact - agreed - unversioned - wrong;
  }

  void add(Tally other) {
    expected += other.expected;
    exact += other.exact;
    agreed += other.agreed;
    unversioned += other.unversioned;
    wrong += other.wrong;
    told += other.told;
    beside += other.beside;
    noted += other.noted;
    onlyNoted += other.onlyNoted;
    declared.addAll(other.declared);
    elsewhere.addAll(other.elsewhere);
  }
}
