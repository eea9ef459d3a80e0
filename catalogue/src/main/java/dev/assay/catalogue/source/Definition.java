package dev.assay.catalogue.source;

import dev.assay.catalogue.control.Control;
import dev.assay.catalogue.expression.Expr;
import dev.assay.model.TestCase;

/**
 * A test case as its file defines it: expressions checked, families expanded.
 *
 * @param fails a product that must fail it
 * @param passes a product that must pass it
 * @param file name inside the catalogue
 * @param line where it starts
 */
public record Definition(
    TestCase meta,
    Expr applies,
    Expr expect,
    Control fails,
    Control passes,
    String file,
    int line) {
  /** Name of its file without folder and ending: {@code ssh-server}. */
  public String stem() {
    return file.substring(file.lastIndexOf('/') + 1, file.length() - ".yaml".length());
  }
}
