package dev.assay.inspect.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {
  @ParameterizedTest
  @CsvSource({
    "*.conf, a.conf, true",
    "*.conf, a.conf.bak, false",
    "a?c, abc, true",
    "[a-c]x, bx, true",
    "[!a-c]x, bx, false",
    "a[, a[, true",
    "*a*b, xaxb, true",
    "*, '', true",
    "?, '', false"
  })
  void matchesAsShellsDo(String glob, String name, boolean matches) {
    assertEquals(matches, Wildcards.match(glob, name));
  }

  @Test
  void endsOnPatternsMadeToBacktrack() {
    assertFalse(Wildcards.match("*a".repeat(200) + "b", "a".repeat(5000)));
  }
}
