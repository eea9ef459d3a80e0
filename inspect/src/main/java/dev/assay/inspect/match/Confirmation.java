package dev.assay.inspect.match;

import dev.assay.formats.Block;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Confirms candidates of one signature. */
final class Confirmation {
  /** How far {@link Signature#then} may be. */
  private static final int NEAR = 128;

  /** What may stand in a pattern before the literal and takes no character of the match. */
  private static final List<Pattern> BEFORE_LITERAL =
      List.of(
          Pattern.compile("^(?:\\(\\?<![^()]*\\))++"),
          Pattern.compile("^\\\\b"),
          Pattern.compile("^(?:\\(\\?i:|\\((?!\\?))"));

  private static final Pattern NEGATED_CLASS = Pattern.compile("\\[\\^[^\\]]*\\]");

  private final Signature signature;
  private @Nullable Beginning beginning;

  Confirmation(Signature signature) {
    this.signature = signature;
  }

  /**
   * Where a match can begin, so that the pattern is tried at as few places as possible.
   *
   * @param atLiteral where the literal does, apart from what the pattern looks back at
   * @param linesBefore also on a line before the one with the literal
   */
  private record Beginning(boolean atLiteral, boolean linesBefore) {
    static Beginning of(Signature signature) {
      String regex = signature.pattern().pattern();
      String body = regex;
      for (Pattern prefix : BEFORE_LITERAL) {
        body = prefix.matcher(body).replaceFirst("");
      }
      body = body.replace("\\.", ".");
      boolean atLiteral = body.startsWith(signature.literal().stripTrailing());
      return new Beginning(atLiteral, NEGATED_CLASS.matcher(regex).replaceAll("").contains("\\n"));
    }
  }

  Signature signature() {
    return signature;
  }

  /** Found out for few of the signatures; twice where two threads ask at once. */
  private Beginning beginning() {
    Beginning known = beginning;
    if (known == null) {
      known = Beginning.of(signature);
      beginning = known;
    }
    return known;
  }

  /** Whether the character that must follow does. */
  boolean mayFollow(Block block, int afterLiteral) {
    if (signature.then() == 0) {
      return true;
    }
    int end = Math.min(block.size(), afterLiteral + NEAR);
    for (int i = afterLiteral; i < end; i++) {
      int c = block.u8(i);
      if (c == signature.then()) {
        return true;
      }
      if (c == '\n') {
        return false;
      }
    }
    return false;
  }

  /** The match that holds the literal at {@code literalAt}. */
  Optional<Matcher> match(String window, int literalAt) {
    Matcher matcher = signature.pattern().matcher(window);
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    Beginning beginning = beginning();
    if (beginning.atLiteral()) {
      return matcher.region(literalAt, window.length()).lookingAt()
          ? Optional.of(matcher)
          : Optional.empty();
    }
    int from = beginning.linesBefore() ? 0 : window.lastIndexOf('\n', literalAt) + 1;
    matcher.region(Math.min(from, literalAt), window.length());
    while (matcher.find() && matcher.start() <= literalAt) {
      if (matcher.end() > literalAt) {
        return Optional.of(matcher);
      }
    }
    return Optional.empty();
  }
}
