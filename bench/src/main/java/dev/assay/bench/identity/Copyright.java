package dev.assay.bench.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a package's copyright file (machine-readable debian/copyright, version 1.0) says lies in its
 * source.
 *
 * @param words of the paths in its {@code Files} fields
 */
record Copyright(Set<String> words) {
  private static final Pattern FILES =
      Pattern.compile("(?m)^Files:((?:.*\\n)(?:[ \\t].*\\n)*)", Pattern.CASE_INSENSITIVE);

  private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

  /** Read by dpkg; empty where the package has none, as one that shares another's. */
  static Copyright of(Path deb) {
    try {
      Process read =
          new ProcessBuilder(
                  "sh",
                  "-c",
                  "dpkg-deb --fsys-tarfile \"$1\" | tar -xO --wildcards './usr/share/doc/*/copyright'",
                  "sh",
                  deb.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return parse(new String(read.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Copyright parse(String text) {
    return new Copyright(
        FILES
            .matcher(text + "\n")
            .results()
            .map(field -> field.group(1).toLowerCase(Locale.ROOT))
            .flatMap(paths -> Arrays.stream(BETWEEN.split(paths)))
            .collect(Collectors.toSet()));
  }

  /** Whether a path is named after the product, such as {@code libraries/liblmdb/*}. */
  boolean declares(String product) {
    String name = product.toLowerCase(Locale.ROOT);
    return words.contains(name) || words.contains("lib" + name);
  }
}
