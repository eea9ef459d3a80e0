package dev.assay.compare.change.language;

import java.math.BigDecimal;

/** Numbers as R writes them: with an exponent where that is shorter (R, ?print.default, scipen). */
final class RNumber {
  /** Of an exponent: letter, sign and two digits. */
  private static final int SHORT_EXPONENT = 4;

  private static final int LONG_EXPONENT = 5;

  /** Lower half of the NaN that stands for a missing value (arithmetic.c, R_NaReal). */
  private static final int NOT_AVAILABLE = 1954;

  private RNumber() {}

  /** With as many digits as tell it from every other number. */
  static String of(double value) {
    if (Double.isNaN(value)) {
      return (int) Double.doubleToRawLongBits(value) == NOT_AVAILABLE ? "NA" : "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    if (value == 0) {
      return 1 / value > 0 ? "0" : "-0";
    }
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    String digits = exact.unscaledValue().abs().toString();
    int exponent = digits.length() - exact.scale() - 1;
    int behind = Math.max(0, digits.length() - exponent - 1);
    int fixed = Math.max(exponent, 0) + 1 + (behind > 0 ? behind + 1 : 0);
    int scientific =
        digits.length()
            + (digits.length() > 1 ? 1 : 0)
            + (Math.abs(exponent) < 100 ? SHORT_EXPONENT : LONG_EXPONENT);
    if (fixed <= scientific) {
      return exact.toPlainString();
    }
    String mantissa = digits.substring(0, 1) + (digits.length() > 1 ? "." : "");
    return (value < 0 ? "-" : "")
        + mantissa
        + digits.substring(1)
        + "e%s%02d".formatted(exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
