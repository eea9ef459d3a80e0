package dev.assay.formats;

import java.util.HexFormat;
import java.util.TreeSet;

/** Prints the magic numbers of all formats as a dictionary for the fuzzer. */
public final class Dictionary {
  private static final HexFormat ESCAPED = HexFormat.of().withPrefix("\\x");

  private Dictionary() {}

  public static void main(String[] none) {
    TreeSet<String> words = new TreeSet<>();
    for (Format format : Formats.all()) {
      if (format instanceof Carvable carvable) {
        carvable.magics().forEach(magic -> words.add('"' + ESCAPED.formatHex(magic) + '"'));
      }
    }
    words.forEach(System.out::println);
  }
}
