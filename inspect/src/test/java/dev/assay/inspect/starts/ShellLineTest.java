package dev.assay.inspect.starts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShellLineTest {
  private static final Map<String, String> VARIABLES = Map.of("A", "-x  -y", "B", "b");

  @Test
  void cutsAtOperatorsAndLeavesRedirectionsOut() {
    assertEquals(
        List.of(List.of("a", "1"), List.of("b"), List.of("c", "d e")),
        ShellLine.read("a 1 >/dev/null 2>&1; b && c 'd e' & # rest", ShellLineTest::value).stream()
            .map(ShellLine.Command::words)
            .toList());
  }

  @Test
  void cutsVariablesAtBlanksOutsideOfQuotesOnly() {
    assertEquals(List.of("d", "-x", "-y"), ShellLine.words("d $A", ShellLineTest::value));
    assertEquals(List.of("d", "-x  -y"), ShellLine.words("d \"$A\"", ShellLineTest::value));
    assertEquals(List.of("d", "bx", "7"), ShellLine.words("d ${B}x ${C:-7}", ShellLineTest::value));
  }

  @Test
  void marksWhatOnlyARunningSystemKnows() {
    String word = ShellLine.words("d -p$(nvram get port)", ShellLineTest::value).get(1);
    assertTrue(word.indexOf(ShellLine.UNRESOLVED) > 0);
  }

  @Test
  void marksWhatIsTooLong() {
    List<String> many = ShellLine.words("d" + " a".repeat(300), ShellLineTest::value);
    assertTrue(many.getLast().indexOf(ShellLine.UNRESOLVED) >= 0);
    List<String> wide = ShellLine.words("d " + "a".repeat(9_000), ShellLineTest::value);
    assertTrue(wide.getLast().indexOf(ShellLine.UNRESOLVED) > 0);
  }

  @Test
  void saysHowCommandsHangTogether() {
    List<ShellLine.Command> read = ShellLine.read("[ -x /a ] || exit 0", ShellLineTest::value);
    assertEquals("||", read.get(1).before());
  }

  private static String value(String name) {
    return VARIABLES.getOrDefault(name, "");
  }
}
