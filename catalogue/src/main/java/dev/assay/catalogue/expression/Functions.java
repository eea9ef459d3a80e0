package dev.assay.catalogue.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the functions do to known values. Arguments have the types CEL's checker let through. */
final class Functions {
  private Functions() {}

  static Object apply(Function function, Object a) {
    return switch (function) {
      case NEGATE -> negate(a);
      case SIZE -> size(a);
      case LOWER_ASCII -> ascii((String) a, 'A', 'Z', 32);
      case UPPER_ASCII -> ascii((String) a, 'a', 'z', -32);
      case TO_INT -> toInt(a);
      case TO_DOUBLE -> toDouble(a);
      case TO_STRING -> String.valueOf(a);
      default -> throw new IllegalArgumentException(function + " with one argument");
    };
  }

  static Object apply(Function function, Object a, Object b) {
    return switch (function) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO -> arithmetic(function, a, b);
      case LESS -> compare(a, b) < 0;
      case LESS_OR_EQUAL -> compare(a, b) <= 0;
      case GREATER -> compare(b, a) < 0;
      case GREATER_OR_EQUAL -> compare(b, a) <= 0;
      case IN -> in(a, b);
      case STARTS_WITH -> ((String) a).startsWith((String) b);
      case ENDS_WITH -> ((String) a).endsWith((String) b);
      case CONTAINS -> ((String) a).contains((String) b);
      case MATCHES -> matches((String) a, (String) b);
      default -> throw new IllegalArgumentException(function + " with two arguments");
    };
  }

  /** 2 where either is NaN, so that no comparison holds. */
  private static int compare(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Long.compare(x, y);
    }
    if (a instanceof Double x && b instanceof Double y) {
      return x < y ? -1 : x > y ? 1 : x.doubleValue() == y.doubleValue() ? 0 : 2;
    }
    if (a instanceof String x && b instanceof String y) {
      return x.compareTo(y);
    }
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return Boolean.compare(x, y);
    }
    throw new IllegalArgumentException(
        "no order between "
            + a.getClass().getSimpleName()
            + " and "
            + b.getClass().getSimpleName());
  }

  private static Object arithmetic(Function function, Object a, Object b) {
    if (a instanceof String x) {
      return x + b;
    }
    if (a instanceof Collection<?> x) {
      List<Object> joined = new ArrayList<>(x);
      joined.addAll((Collection<?>) b);
      return joined;
    }
    if (a instanceof Double x) {
      double y = (Double) b;
      return switch (function) {
        case ADD -> x + y;
        case SUBTRACT -> x - y;
        case MULTIPLY -> x * y;
        default -> x / y;
      };
    }
    long x = (Long) a;
    long y = (Long) b;
    try {
      return switch (function) {
        case ADD -> Math.addExact(x, y);
        case SUBTRACT -> Math.subtractExact(x, y);
        case MULTIPLY -> Math.multiplyExact(x, y);
        case DIVIDE -> Math.divideExact(x, y);
        default -> x % y;
      };
    } catch (ArithmeticException e) {
      return Unknown.because(x + " " + function.symbol() + " " + y + " cannot be computed");
    }
  }

  private static Object negate(Object a) {
    if (a instanceof Double number) {
      return -number;
    }
    long number = (Long) a;
    return number == Long.MIN_VALUE ? Unknown.because("-" + number + " is out of range") : -number;
  }

  private static Object in(Object wanted, Object container) {
    if (container instanceof Map<?, ?> map) {
      Object value = map.get(wanted);
      return value instanceof Unknown ? value : value != null;
    }
    if (container instanceof Set<?> set && set.contains(wanted)) {
      return true;
    }
    Object missing = null;
    for (Object element : (Collection<?>) container) {
      if (element instanceof Unknown) {
        missing = element;
      } else if (Values.equal(wanted, element)) {
        return true;
      }
    }
    return missing == null ? false : missing;
  }

  /** CEL counts code points in strings. */
  private static long size(Object a) {
    if (a instanceof String text) {
      return text.codePointCount(0, text.length());
    }
    return a instanceof Map<?, ?> map ? map.size() : ((Collection<?>) a).size();
  }

  private static String ascii(String text, char from, char to, int shift) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = 0; i < changed.length(); i++) {
      char c = changed.charAt(i);
      if (c >= from && c <= to) {
        changed.setCharAt(i, (char) (c + shift));
      }
    }
    return changed.toString();
  }

  private static Object toInt(Object a) {
    if (a instanceof Double number) {
      boolean fits = number > -0x1p63 && number < 0x1p63;
      return fits ? (Object) number.longValue() : Unknown.because(number + " is no int");
    }
    if (a instanceof String text) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        return Unknown.because("\"" + text + "\" is no int");
      }
    }
    return a;
  }

  private static Object toDouble(Object a) {
    if (a instanceof Long number) {
      return (double) number;
    }
    if (a instanceof String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        return Unknown.because("\"" + text + "\" is no double");
      }
    }
    return a;
  }

  /** In time linear to the text, whatever the pattern: RE2 has no backtracking. */
  private static Object matches(String text, String pattern) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException e) {
      String wrong = String.format(Locale.ROOT, "\"%s\" is no regular expression", pattern);
      return Unknown.because(wrong);
    }
  }
}
