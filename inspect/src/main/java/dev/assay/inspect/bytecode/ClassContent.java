package dev.assay.inspect.bytecode;

import java.util.List;

/**
 * What a class file tells.
 *
 * @param name of the class, its packages parted by slashes: {@code java/lang/String}
 * @param version of the class file format: 65 for Java 21
 * @param uses packages of other classes that it names, in order
 * @param places what it does, in the order of families and places
 */
public record ClassContent(String name, int version, List<String> uses, List<Place> places) {
  /** Whether the file declares a module, which is no class (JVMS 4.1). */
  boolean isModule() {
    return name.equals("module-info");
  }

  /**
   * Where something is done.
   *
   * @param family the fact it tells
   * @param what as the table names it
   * @param method in which, with the source file and line where the class tells them: {@code main
   *     (Main.java:12)}
   * @param shown the call as one would write it
   */
  public record Place(String family, String what, String method, String shown) {}
}
