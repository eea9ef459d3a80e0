package dev.assay.inspect.android.code;

import dev.assay.formats.dex.Arguments.Content;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads conditions of the table of patterns: {@code PLACE TEST}, the place of an argument counted
 * with the receiver, the test one of {@code =NUMBER}, {@code &BITS} (all are set), {@code !BITS}
 * (none is set), {@code ~REGEX} (of a string, a class or a static field's name), {@code $REGEX} (of
 * a string alone). {@code *} always holds, and so does {@code caller}, which marks what the
 * platform's support libraries ask only to learn who calls.
 */
final class Conditions {
  private static final Set<Content> NAMED = EnumSet.of(Content.STRING, Content.TYPE, Content.FIELD);

  /** Equal only to itself. */
  static final Rule.Condition CALLER = (arguments, text) -> true;

  private Conditions() {}

  /**
   * @throws IllegalArgumentException if it is none
   */
  static Rule.Condition read(String text) {
    if (text.equals("*")) {
      return Rule.Condition.ALWAYS;
    }
    if (text.equals("caller")) {
      return CALLER;
    }
    int space = text.indexOf(' ');
    int place = Integer.parseInt(text.substring(0, space));
    String test = text.substring(space + 2);
    return switch (text.charAt(space + 1)) {
      case '=' -> number(place, Integer.decode(test), -1);
      case '&' -> number(place, Integer.decode(test), Integer.decode(test));
      case '!' -> number(place, 0, Integer.decode(test));
      case '~' -> text(place, Pattern.compile(test), NAMED);
      case '$' -> text(place, Pattern.compile(test), EnumSet.of(Content.STRING));
      default -> throw new IllegalArgumentException("no condition: " + text);
    };
  }

  private static Rule.Condition number(int place, int wanted, int mask) {
    return (arguments, text) ->
        arguments.content(place) == Content.NUMBER && (arguments.value(place) & mask) == wanted;
  }

  private static Rule.Condition text(int place, Pattern pattern, Set<Content> contents) {
    return (arguments, text) ->
        contents.contains(arguments.content(place))
            && pattern.matcher(text.of(arguments, place)).matches();
  }
}
