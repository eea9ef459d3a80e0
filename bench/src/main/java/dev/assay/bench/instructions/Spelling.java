package dev.assay.bench.instructions;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes away in what two disassemblers spell differently. */
final class Spelling {
  private static final Pattern RELATIVE =
      Pattern.compile("\\[[er]ip[+-]0x[0-9a-f]+\\](.*?)\\s+# (?:0x)?([0-9a-f]+).*");

  /** A branch has its target as a number without 0x, and the name of it. */
  private static final Pattern TARGET = Pattern.compile("^((?:\\S+ )*)([0-9a-f]+)$");

  private static final List<String> COMPARISONS =
      List.of(
          "eq",
          "lt",
          "le",
          "unord",
          "neq",
          "nlt",
          "nle",
          "ord",
          "eq_uq",
          "nge",
          "ngt",
          "false",
          "neq_oq",
          "ge",
          "gt",
          "true",
          "eq_os",
          "lt_oq",
          "le_oq",
          "unord_s",
          "neq_us",
          "nlt_uq",
          "nle_uq",
          "ord_s",
          "eq_us",
          "nge_uq",
          "ngt_uq",
          "false_os",
          "neq_os",
          "ge_oq",
          "gt_oq",
          "true_us");
  private static final Pattern COMPARED = Pattern.compile("(v?)cmp(\\w+?)([ps][sdh]) (.*)");
  private static final List<String> INTEGERS =
      List.of("eq", "lt", "le", "false", "neq", "nlt", "nle", "true");
  private static final Pattern INTEGER = Pattern.compile("vpcmp(\\w+?)(u?[bwdq]) (.*)");
  private static final Pattern EQUAL = Pattern.compile("vpcmp([bwdq]) (.*),0x0");
  private static final List<String> PRODUCTS = List.of("lqlq", "hqlq", "lqhq", "hqhq");
  private static final Pattern PRODUCT = Pattern.compile("(v?)pclmul(\\wq\\wq)dq (.*)");

  private Spelling() {}

  static String ours(String text) {
    Matcher equal = EQUAL.matcher(common(text));
    return equal.matches()
        ? "vpcmpeq%s %s".formatted(equal.group(1), equal.group(2))
        : common(text);
  }

  static String theirs(String text) {
    String line = text.strip().toLowerCase(Locale.ROOT);
    Matcher relative = RELATIVE.matcher(line);
    if (relative.find()) {
      line =
          line.substring(0, relative.start())
              + "[rel 0x"
              + relative.group(2)
              + "]"
              + relative.group(1);
    }
    line = common(line.replaceAll("\\s+#.*", "").replaceAll("\\s*<.*>", ""));
    Matcher target = TARGET.matcher(line);
    if (target.matches()
        && line.matches(
            "(?:(?:bnd|notrack|data16|addr32|[cdefgs]s) )*(?:j\\w+(?:,p[nt])?|call|loop\\w*|xbegin) .*")) {
      line = target.group(1) + "0x" + target.group(2);
    }
    return numbered(line);
  }

  private static String common(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .replaceAll("\\s*,\\s*", ",")
        .replaceAll("\\brex(?:\\.\\w+)? ", "")
        .replaceAll("\\{(?:vex3?|evex)\\} ", "")
        .replaceAll("[+]?[re]iz\\*\\d", "")
        .replace("[+0x", "ds:0x")
        .replaceAll("\\bj(\\w+),p[nt] ", "j$1 ")
        .strip();
  }

  /** Names of comparisons that stand for an immediate. */
  private static String numbered(String line) {
    Matcher compared = COMPARED.matcher(line);
    if (compared.matches() && COMPARISONS.contains(compared.group(2))) {
      return "%scmp%s %s,0x%x"
          .formatted(
              compared.group(1),
              compared.group(3),
              compared.group(4),
              COMPARISONS.indexOf(compared.group(2)));
    }
    Matcher integer = INTEGER.matcher(line);
    if (integer.matches() && INTEGERS.contains(integer.group(1)) && isCoded(line)) {
      return "vpcmp%s %s,0x%x"
          .formatted(integer.group(2), integer.group(3), INTEGERS.indexOf(integer.group(1)));
    }
    Matcher product = PRODUCT.matcher(line);
    if (product.matches() && PRODUCTS.contains(product.group(2))) {
      int number = PRODUCTS.indexOf(product.group(2));
      return "%spclmulqdq %s,0x%x"
          .formatted(product.group(1), product.group(3), number / 2 * 16 + number % 2);
    }
    return line;
  }

  /** Whether it is not the instruction of that name, which only compares for equal or greater. */
  private static boolean isCoded(String line) {
    return !line.startsWith("vpcmpeq") || line.matches("vpcmpequ[bwdq] .*");
  }
}
