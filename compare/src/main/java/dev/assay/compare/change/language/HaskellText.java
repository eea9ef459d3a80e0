package dev.assay.compare.change.language;

import dev.assay.compare.change.Cursor;
import dev.assay.compare.change.language.HaskellGrammar.Field;
import dev.assay.compare.change.language.HaskellGrammar.Literal;
import dev.assay.compare.change.language.HaskellGrammar.Place;
import dev.assay.compare.change.language.HaskellGrammar.Rule;
import dev.assay.formats.Malformed;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what {@link HaskellGrammar} describes and writes it down. */
final class HaskellText {
  /** Begins a line. */
  static final String BREAK = "\n";

  private static final int DEEPEST = 800;
  private static final int LONGEST_INTEGER = 1 << 12;

  /** Characters that are put together, which may be the same ones over and over. */
  private static final long MOST = 1L << 28;

  private final HaskellGrammar grammar;
  private final Cursor cursor;
  private final HaskellNames names;
  private long written;
  private int depth;

  HaskellText(HaskellGrammar grammar, Cursor cursor, HaskellNames names) {
    this.grammar = grammar;
    this.cursor = cursor;
    this.names = names;
  }

  /**
   * The next thing of a kind.
   *
   * @param rule a name of the table or a plain one
   * @throws Malformed where something else is there, or too much
   */
  String next(String rule) {
    depth = 0;
    return inner(rule);
  }

  private String inner(String rule) {
    return HaskellGrammar.PLAIN.contains(rule) ? plain(rule) : ruled(rule);
  }

  private String ruled(String name) {
    if (++depth > DEEPEST) {
      throw new Malformed("haskell.depth", cursor.at(), "more than " + DEEPEST + " in each other");
    }
    Map<Integer, Rule> alternatives = grammar.alternatives(name);
    int tag =
        alternatives.containsKey(HaskellGrammar.UNTAGGED) ? HaskellGrammar.UNTAGGED : cursor.u8();
    Rule rule = alternatives.get(tag);
    if (rule == null) {
      throw new Malformed("haskell.tag", cursor.at() - 1, "a " + name + " of kind " + tag);
    }
    List<String> fields = new ArrayList<>(rule.fields().size());
    for (Field field : rule.fields()) {
      fields.add(field(field));
    }
    depth--;
    return written(rule, fields);
  }

  private String written(Rule rule, List<String> fields) {
    StringBuilder text = new StringBuilder();
    for (HaskellGrammar.Part part : rule.text()) {
      text.append(
          switch (part) {
            case Literal literal -> literal.text();
            case Place place -> fields.get(place.field());
          });
      spend(text.length());
    }
    return text.toString();
  }

  private void spend(int characters) {
    written += characters;
    if (written > MOST) {
      throw new Malformed("haskell.text", cursor.at(), "more than " + MOST + " characters");
    }
  }

  private String field(Field field) {
    return switch (field.times()) {
      case ONCE -> inner(field.rule());
      case ONCE_IN_BRACKETS -> bracketed(inner(field.rule()));
      case OPTIONAL -> cursor.u8() == 0 ? "" : inner(field.rule());
      case SPACED -> all(field.rule(), " ");
      case PARTED_BY_COMMAS -> all(field.rule(), ", ");
      case ON_LINES -> all(field.rule(), BREAK);
    };
  }

  private static String bracketed(String text) {
    return text.contains(" ") ? "(" + text + ")" : text;
  }

  private String all(String rule, String between) {
    int count = cursor.count(cursor.sleb());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : between).append(inner(rule));
    }
    spend(text.length());
    return text.toString();
  }

  private String plain(String rule) {
    return switch (rule) {
      case "Byte" -> String.valueOf(cursor.u8());
      case "Bool" -> cursor.u8() == 0 ? "False" : "True";
      case "Int" -> String.valueOf(cursor.sleb());
      case "Integer" -> integer();
      case "Char" -> "'" + character() + "'";
      case "Text" -> names.text(cursor);
      case "String" -> string();
      case "Bytes" ->
          escaped(new String(cursor.bytes(cursor.count(cursor.sleb())), StandardCharsets.UTF_8));
      case "Name" -> names.shown(cursor);
      case "Hash" -> HaskellNames.hash(cursor);
      default -> throw new IllegalStateException("nothing plain is named " + rule);
    };
  }

  private String string() {
    int count = cursor.count(cursor.sleb());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(character());
    }
    return text.toString();
  }

  private String character() {
    long code = cursor.leb();
    return Character.isValidCodePoint((int) code) && code == (int) code
        ? escaped(Character.toString((int) code))
        : "\\x%x".formatted(code);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n");
  }

  /** Numbers of more than 64 bits are stored as their bytes, the lowest first. */
  private String integer() {
    int kind = cursor.u8();
    if (kind == 0) {
      return String.valueOf(cursor.sleb());
    }
    if (kind > 2) {
      throw new Malformed("haskell.integer", cursor.at() - 1, "a number of kind " + kind);
    }
    int count = cursor.count(cursor.sleb());
    if (count > LONGEST_INTEGER) {
      throw new Malformed("haskell.integer", cursor.at(), "a number of " + count + " bytes");
    }
    byte[] bytes = cursor.bytes(count);
    byte[] big = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      big[i] = bytes[bytes.length - 1 - i];
    }
    return (kind == 1 ? "-" : "") + new BigInteger(1, big);
  }
}
