package dev.assay.formats.dex;

import java.util.List;

/**
 * What a method takes and gives.
 *
 * @param parameters descriptors, in order
 */
public record Prototype(String returned, List<String> parameters) {
  /** As in a method's descriptor: {@code (ILjava/lang/String;)V}. */
  public String descriptor() {
    return "(" + String.join("", parameters) + ")" + returned;
  }
}
