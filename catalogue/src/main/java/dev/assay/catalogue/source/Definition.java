package dev.assay.catalogue.source;

import dev.assay.catalogue.control.Control;
import dev.assay.catalogue.expression.Expr;
import dev.assay.model.TestCase;
import java.util.List;

/**
 * A test case as its file defines it: expressions checked, families expanded.
 *
 * @param fails products of which each must fail it
 * @param passes products of which each must pass it
 * @param inconclusive products of which each must leave it undecided; mostly empty
 * @param file name inside the catalogue
 * @param line where it starts
 */
public record Definition(
    TestCase meta,
    Expr applies,
    Expr expect,
    List<Control> fails,
    List<Control> passes,
    List<Control> inconclusive,
    String file,
    int line) {
  public Definition {
    fails = List.copyOf(fails);
    passes = List.copyOf(passes);
    inconclusive = List.copyOf(inconclusive);
  }

  /** Name of its file without folder and ending: {@code ssh-server}. */
  public String stem() {
    return file.substring(file.lastIndexOf('/') + 1, file.length() - ".yaml".length());
  }
}
