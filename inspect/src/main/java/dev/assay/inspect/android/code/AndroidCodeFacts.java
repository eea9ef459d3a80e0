package dev.assay.inspect.android.code;

import dev.assay.model.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the code of one Android package does. Only code that can be reached from its entry points
 * counts.
 *
 * @param packageName its identity
 * @param targetSdk API level whose rules apply to it
 * @param permissions it asks for, sorted
 * @param network whether it may use the network at all
 * @param metaData of the application, by name; references to resources as {@code @7f010000}
 * @param whole whether all of its code was read; unknown where part of it is hidden
 * @param followed whether calls tell what is used; unknown where code is hidden, or where the app
 *     calls the platform by reflection
 * @param exercised permissions that guard something code uses, sorted
 * @param hidden why not, a sentence each
 * @param damaged what of the executables could not be read; places in the package
 * @param calls uses of interfaces that give personal data, by {@code class.member}
 * @param data uses by the type of data, in the words of Google Play's data safety section: {@code
 *     precise-location}
 * @param guarded uses of what a permission guards, by permission
 * @param needed uses of what just one permission opens, by permission
 * @param patterns uses that a reviewer of code looks for: {@code cipher-ecb}
 * @param libraries of others that handle personal data and that are at work: reached code of theirs
 *     calls something outside of them
 * @param hosts named by URLs in its code
 */
public record AndroidCodeFacts(
    String packageName,
    int targetSdk,
    List<String> permissions,
    boolean network,
    Map<String, String> metaData,
    boolean whole,
    boolean followed,
    List<String> exercised,
    List<String> hidden,
    List<Problem> damaged,
    Map<String, Use> calls,
    Map<String, Use> data,
    Map<String, Use> guarded,
    Map<String, Use> needed,
    Map<String, Use> patterns,
    Map<String, UsedLibrary> libraries,
    Map<String, Host> hosts) {

  /**
   * Places in code.
   *
   * @param sites how many
   * @param first the first of them
   */
  public record Use(int sites, List<Site> first) {}

  /**
   * One place in code.
   *
   * @param dex member of the package: {@code classes2.dex}
   * @param offset of the instruction there
   * @param method {@code org.example.Main.run}
   * @param address of the instruction in the method, in units of two bytes
   * @param line of the source, 0 where it is not noted
   */
  public record Site(String dex, long offset, String method, int address, int line) {
    /** {@code org.example.Main.run@001c (line 12)}. */
    public String shown() {
      String at = method + "@" + String.format(Locale.ROOT, "%04x", address);
      return line == 0 ? at : at + " (line " + line + ")";
    }
  }

  /**
   * A library at work.
   *
   * @param kind what it is for: {@code ads}, {@code analytics} …
   * @param methods how many of its methods can run
   * @param path calls that lead from an entry point into it
   */
  public record UsedLibrary(
      String name, String owner, String kind, int methods, List<String> path, Site site) {}

  /**
   * A host named in code.
   *
   * @param cleartext whether a URL names it without TLS
   */
  public record Host(boolean cleartext, int sites, List<Site> first) {}
}
