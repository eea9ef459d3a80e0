package dev.assay.catalogue.expression;

import java.util.Optional;

/** The functions and operators test cases may use, with the names CEL's syntax tree gives them. */
public enum Function {
  NOT("!_", "!"),
  EQUAL("_==_", "=="),
  NOT_EQUAL("_!=_", "!="),
  LESS("_<_", "<"),
  LESS_OR_EQUAL("_<=_", "<="),
  GREATER("_>_", ">"),
  GREATER_OR_EQUAL("_>=_", ">="),
  ADD("_+_", "+"),
  SUBTRACT("_-_", "-"),
  MULTIPLY("_*_", "*"),
  DIVIDE("_/_", "/"),
  MODULO("_%_", "%"),
  NEGATE("-_", "-"),
  IN("@in", "in"),
  INDEX("_[_]", "[]"),
  SIZE("size", "size"),
  STARTS_WITH("startsWith", "startsWith"),
  ENDS_WITH("endsWith", "endsWith"),
  CONTAINS("contains", "contains"),
  MATCHES("matches", "matches"),
  LOWER_ASCII("lowerAscii", "lowerAscii"),
  UPPER_ASCII("upperAscii", "upperAscii"),
  TO_INT("int", "int"),
  TO_DOUBLE("double", "double"),
  TO_STRING("string", "string");

  private final String celName;
  private final String symbol;

  Function(String celName, String symbol) {
    this.celName = celName;
    this.symbol = symbol;
  }

  /** As people write it. */
  public String symbol() {
    return symbol;
  }

  public static Optional<Function> ofCel(String name) {
    for (Function function : values()) {
      if (function.celName.equals(name)) {
        return Optional.of(function);
      }
    }
    return Optional.empty();
  }
}
