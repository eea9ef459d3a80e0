package dev.assay.catalogue.control;

import java.util.List;

/**
 * What running a test case's controls showed.
 *
 * @param test id of the test case
 * @param file where it is defined
 * @param faults what went wrong, empty where the case is proven
 */
public record Proof(String test, String file, int line, List<Fault> faults) {
  public Proof {
    faults = List.copyOf(faults);
  }

  public boolean proven() {
    return faults.isEmpty();
  }

  /**
   * One control that did not do what it is for.
   *
   * @param control {@code fails}, {@code passes} or {@code inconclusive}, with its index where
   *     there are several
   * @param why what happened instead
   */
  public record Fault(String control, String why) {}
}
