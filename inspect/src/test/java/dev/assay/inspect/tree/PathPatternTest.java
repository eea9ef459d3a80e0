package dev.assay.inspect.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PathPatternTest {
  @Test
  void aStarStaysWithinASegment() {
    PathPattern pattern = PathPattern.of("etc/*.d/*.conf");
    assertThat(pattern.matches("etc/ssh.d/a.conf")).isTrue();
    assertThat(pattern.matches("etc/.d/.conf")).isTrue();
    assertThat(pattern.matches("etc/a/b.d/a.conf")).isFalse();
    assertThat(pattern.matches("x/etc/a.d/a.conf")).isFalse();
    assertThat(pattern.matchesEnd("x/etc/a.d/a.conf")).isTrue();
    assertThat(pattern.matches("etc/a.d/a.conf~")).isFalse();
    assertThat(PathPattern.of("a*b\nc").matches("axb\nc")).isTrue();
  }

  @Property
  void agreesWithARegularExpression(
      @ForAll @CharRange(from = 'a', to = 'b') @Chars('*') @StringLength(max = 7) String glob,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 9) String text) {
    assertThat(PathPattern.of("x" + glob).matches("x" + text))
        .isEqualTo(Pattern.matches(glob.replace("*", ".*"), text));
  }

  /** With a backtracking matcher this would not end in a lifetime. */
  @Test
  void aPatternOfManyStarsEnds() {
    assertThat(PathPattern.of("*a".repeat(60) + "*b").matches("a".repeat(255))).isFalse();
  }
}
