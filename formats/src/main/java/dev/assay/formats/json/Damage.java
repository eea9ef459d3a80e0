package dev.assay.formats.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.assay.formats.Malformed;
import java.io.IOException;

/** Says what a parser met instead of the document it expected, and where. */
public final class Damage {
  private Damage() {}

  /** As a problem of the code, about a document of the language. */
  public static Malformed of(String code, String language, IOException damage) {
    String expected = "expected " + language + "; found ";
    if (damage instanceof JsonProcessingException parsing) {
      JsonLocation at = parsing.getLocation();
      return at == null
          ? new Malformed(code, -1, expected + found(parsing))
          : new Malformed(
              code,
              at.getByteOffset(),
              expected
                  + found(parsing)
                  + (" in line " + at.getLineNr() + ", column " + at.getColumnNr()));
    }
    return new Malformed(code, -1, expected + "text that is not UTF-8");
  }

  private static String found(JsonProcessingException damage) {
    if (damage instanceof StreamConstraintsException) {
      return "more levels or a longer name, number or text than are read";
    }
    // Behind a comma, Jackson reports the end as any other error.
    return damage.getOriginalMessage().startsWith("Unexpected end-of-input")
        ? "its end in the middle of a value"
        : "something else";
  }
}
