package dev.assay.formats.arsc;

/**
 * A simple value in one configuration.
 *
 * @param language {@code de}, {@code pt-BR}; empty for the default
 * @param type of {@code Res_value}: 01 reference, 03 string
 * @param data string number, resource id or number
 * @param text the string, or empty
 */
public record ResourceValue(String language, int type, int data, String text) {
  static final int REFERENCE = 0x01;
  static final int STRING = 0x03;
}
