package dev.assay.feed.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a sort and a range need of every scheme, whatever texts it is given. */
class TotalOrderTest {
  /** Pieces that decide in one scheme or another, so that close calls are frequent. */
  private static final List<String> PIECES =
      List.of(
          "0",
          "1",
          "2",
          "9",
          "10",
          "01",
          "00",
          ".",
          ".",
          ".",
          "-",
          "_",
          "~",
          "^",
          "+",
          ":",
          "a",
          "b",
          "rc",
          "rc1",
          "alpha",
          "beta",
          "p1",
          "_p1",
          "_rc",
          "-r1",
          ".dev1",
          ".post1",
          "-1",
          "w",
          "1.0",
          "2.3.4",
          "-alpha.1",
          "+deb11u1",
          "v1.0.0",
          "-0.20191109021931-daa7c04131f5",
          "SNAPSHOT");

  @Property(tries = 3000)
  void isAntisymmetric(
      @ForAll("schemes") VersionScheme scheme,
      @ForAll("texts") String a,
      @ForAll("texts") String b) {
    Assume.that(scheme.understands(a) && scheme.understands(b));
    assertThat(Integer.signum(scheme.compare(a, b)))
        .as("%s %s %s", scheme.name(), a, b)
        .isEqualTo(-Integer.signum(scheme.compare(b, a)));
    assertThat(scheme.compare(a, a)).isZero();
  }

  @Property(tries = 6000)
  void isTransitive(
      @ForAll("ownSchemes") VersionScheme scheme,
      @ForAll("texts") String a,
      @ForAll("texts") String b,
      @ForAll("texts") String c) {
    Assume.that(scheme.understands(a) && scheme.understands(b) && scheme.understands(c));
    int ab = Integer.signum(scheme.compare(a, b));
    int bc = Integer.signum(scheme.compare(b, c));
    if (ab == bc || ab == 0 || bc == 0) {
      assertThat(Integer.signum(scheme.compare(a, c)))
          .as("%s %s %s %s", scheme.name(), a, b, c)
          .isEqualTo(ab == 0 ? bc : ab);
    }
  }

  @Property(tries = 2000)
  void neverThrowsOnWhatItUnderstands(
      @ForAll("schemes") VersionScheme scheme, @ForAll String a, @ForAll("texts") String b) {
    if (scheme.understands(a) && scheme.understands(b)) {
      assertThat(Math.abs(Integer.signum(scheme.compare(a, b)))).isLessThan(2);
    }
  }

  @Provide
  Arbitrary<VersionScheme> schemes() {
    return Arbitraries.of(VersionScheme.ALL);
  }

  /** Maven's order is Maven's own class, with what it has of oddities. */
  @Provide
  Arbitrary<VersionScheme> ownSchemes() {
    return schemes().filter(scheme -> !scheme.equals(VersionScheme.MAVEN));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> loose =
        Arbitraries.of(PIECES)
            .list()
            .ofMinSize(1)
            .ofMaxSize(5)
            .map(pieces -> String.join("", pieces));
    Arbitrary<String> tail = loose.map(text -> "1.0" + text);
    Arbitrary<String> semantic =
        Arbitraries.of(PIECES)
            .filter(piece -> piece.matches("[0-9a-z]+"))
            .list()
            .ofMinSize(0)
            .ofMaxSize(3)
            .map(pieces -> pieces.isEmpty() ? "1.0.0" : "1.0.0-" + String.join(".", pieces));
    return Arbitraries.oneOf(loose, tail, semantic);
  }
}
