package dev.assay.feed.source;

import java.io.IOException;

/** The small steps that all JSON readers share. */
public final class Records {
  private Records() {}

  /** The record that the walk stands on, which must be an object. */
  public static Json.Fields fields(JsonStream json) throws IOException {
    return asFields(json.record());
  }

  /** The value, which must be an object. */
  public static Json.Fields asFields(Json value) {
    if (value instanceof Json.Fields fields) {
      return fields;
    }
    throw new Unexpected("expected an object, found " + value.kind());
  }

  /** The text of the field that the walk stands on; anything else is empty. */
  static String text(JsonStream json) throws IOException {
    return json.field() instanceof Json.Text text ? text.value() : "";
  }

  /** The number of the field that the walk stands on; anything else is −1. */
  static double number(JsonStream json) throws IOException {
    return json.field() instanceof Json.Amount number ? number.value() : -1;
  }

  /** An address as far as it may be shown; a long or odd one is left out. */
  static String address(String url) {
    boolean plain =
        url.length() <= 400
            && (url.startsWith("https://") || url.startsWith("http://"))
            && url.chars().allMatch(c -> c > ' ' && c != '"' && c != '<' && c != '>' && c != 127);
    return plain ? url : "";
  }
}
