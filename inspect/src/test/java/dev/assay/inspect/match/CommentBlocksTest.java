package dev.assay.inspect.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentBlocksTest {
  private static final String SETTING = "password => 'Tq83" + "kd1x',";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package Rex;\n=head1 SYNOPSIS\n\n  @\n=cut\n",
        "1;\n__END__\n=pod\n\n @\n",
        "=begin\nAn example:\n  @\n=end\n",
        "/*\n  call(@)\n*/\n",
        "  /** Say\n  @\n  */\n",
        "<!--\n  @\n-->\n",
        "--[[ so:\n  @ ]]\n",
        "#!/usr/bin/python3\n#\n\n\"\"\"Talks.\n\n  @\n\"\"\"\nimport os\n",
        "def open(self, a) -> int:\n    '''Opens.\n\n    @\n    '''\n    pass\n",
        "class A:\n    # a\n\n    r\"\"\"B\n    @\n    \"\"\"\n",
      })
  void passwordsInACommentOfSeveralLinesAreNone(String text) {
    assertThat(found(text.replace("@", SETTING))).isEmpty();
    assertThat(found(text + SETTING + "\n"))
        .isEqualTo(endsIn(text) ? List.of() : List.of(text.length()));
  }

  /** What follows belongs to it as well. */
  private static boolean endsIn(String text) {
    return text.contains("__END__");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sql = \"\"\"\n  @\n\"\"\"\n",
        "if a > 1 { b = '/*'\n @\n c = '*/' }\n",
        "/*\n@\n",
        "a = '<!--'\n @\n b = '-->'\n",
        "=head\n@\n",
        "/*/usr/share\n@\nlib/*/\n",
        "=begin\n=end\n@\n",
      })
  void whatOnlyLooksLikeTheBeginningOfACommentHidesNothing(String text) {
    assertThat(found(text.replace("@", SETTING))).containsExactly(text.indexOf('@'));
  }

  @Test
  void tokensCountInCommentsToo() {
    String token = "ghp_" + "a8Fk29sLqP0xZmW7vRt4YbN6cEu1HdGj3KoS";
    assertThat(Signatures.standard().find(Bytes.of("/*\n  " + token + "\n*/\n"))).hasSize(1);
  }

  @Test
  void manyBeginningsAreReadOnce() {
    for (String line :
        List.of("#:\n", ":\n\n", "/*\n", "<!--\n", "=begin\n", ":\n\"\"\"\n", ")):\n")) {
      String text = line.repeat(CommentBlocks.LOOKED_AT / line.length()) + SETTING + "\n";
      assertThat(CommentBlocks.of(Bytes.of(text)).hold(CommentBlocks.LOOKED_AT)).isFalse();
    }
  }

  private static List<Integer> found(String text) {
    return Signatures.standard().find(Bytes.of(text)).stream()
        .map(hit -> (int) hit.offset() - SETTING.indexOf('T'))
        .toList();
  }
}
