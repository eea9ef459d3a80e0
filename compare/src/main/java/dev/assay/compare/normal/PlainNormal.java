package dev.assay.compare.normal;

import dev.assay.compare.Equivalence;
import dev.assay.formats.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text, and whatever else no format recognises: without moments of a build, and without what a
 * kernel's banner says of who built it; text without OpenPGP signatures as well.
 */
final class PlainNormal implements Normaliser {
  private static final int MAX = 64 << 20;

  /** {@code Linux version 6.1.0 (user@host) (gcc …) #12 SMP Thu …}: user, host and count. */
  private static final Pattern BANNER =
      Pattern.compile(
          "(?<=Linux version [^\\x00\\n ]{1,80} )\\([^()\\x00\\n@]{1,64}@[^()\\x00\\n]{1,64}\\)");

  private static final Pattern PGP =
      Pattern.compile(
          "-----BEGIN PGP SIGNATURE-----[A-Za-z0-9+/=:,. ()\\-\\r\\n]{1,20000}?-----END PGP SIGNATURE-----");

  private record Cut(int start, int end, Trait trait) {}

  @Override
  public boolean takes(String type) {
    return type.isEmpty();
  }

  @Override
  public Normal normalise(Bytes content) {
    String text = new String(content.toArray(MAX), StandardCharsets.ISO_8859_1);
    List<Cut> cuts = new ArrayList<>();
    Times.in(text)
        .forEach(at -> cuts.add(cut(at, Equivalence.BUILD_TIME, "moment in content", at.group())));
    matches(BANNER, "Linux version ", text)
        .forEach(at -> cuts.add(cut(at, Equivalence.BUILD_PATH, "kernel built by", at.group())));
    matches(PGP, "-----BEGIN PGP SIGNATURE-----", text)
        .forEach(
            at ->
                cuts.add(
                    cut(
                        at,
                        Equivalence.SIGNATURE,
                        "OpenPGP signature",
                        Prints.of(Bytes.of(at.group())))));
    cuts.sort(Comparator.comparingInt(Cut::start));
    StringBuilder left = new StringBuilder(text.length());
    List<Trait> traits = new ArrayList<>();
    int done = 0;
    for (Cut cut : cuts) {
      if (cut.start() >= done) {
        left.append(text, done, cut.start()).append('\0');
        traits.add(cut.trait());
        done = cut.end();
      }
    }
    left.append(text, done, text.length());
    return Normal.whole(left.toString().getBytes(StandardCharsets.ISO_8859_1), traits);
  }

  /**
   * @param literal stands in every match
   */
  private static Stream<MatchResult> matches(Pattern pattern, String literal, String text) {
    return text.contains(literal) ? pattern.matcher(text).results() : Stream.empty();
  }

  private static Cut cut(MatchResult at, Equivalence kind, String what, String value) {
    return new Cut(at.start(), at.end(), new Trait(kind, what, value));
  }
}
