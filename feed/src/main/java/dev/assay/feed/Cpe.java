package dev.assay.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The attributes of a CPE 2.3 name that matter for a match (NISTIR 7695 §6.2, formatted string
 * binding; the older URI binding §6.1 is read too), unescaped. {@code *} is any, {@code -} none.
 *
 * @param targetSoftware what the product runs in: {@code node.js}, {@code wordpress}, {@code
 *     windows}
 */
public record Cpe(
    String part,
    String vendor,
    String product,
    String version,
    String update,
    String targetSoftware) {
  private static final int LONGEST = 1024;

  /** Reads a name; none if it is not one. */
  public static Optional<Cpe> read(String name) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    if (name.startsWith("cpe:2.3:")) {
      List<String> fields = fields(name, 8);
      return fields.size() == 11 ? of(fields, 8) : Optional.empty();
    }
    if (name.startsWith("cpe:/")) {
      List<String> fields = fields(name, 5);
      return fields.size() >= 3 && fields.size() <= 7 ? of(fields, 99) : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Cpe> of(List<String> fields, int target) {
    Cpe cpe =
        new Cpe(
            fields.get(0),
            fields.get(1),
            fields.get(2),
            at(fields, 3),
            at(fields, 4),
            at(fields, target));
    boolean named =
        "aoh".contains(cpe.part)
            && cpe.part.length() == 1
            && !cpe.vendor.isEmpty()
            && !cpe.product.isEmpty();
    return named ? Optional.of(cpe) : Optional.empty();
  }

  private static String at(List<String> fields, int index) {
    return index < fields.size() && !fields.get(index).isEmpty() ? fields.get(index) : "*";
  }

  /** Splits at the colons that are not escaped and takes the escapes away. */
  private static List<String> fields(String name, int from) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    for (int i = from; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\\' && i + 1 < name.length()) {
        field.append(name.charAt(++i));
      } else if (c == ':') {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /** Version and update as one text, {@code 9.2p1} or {@code 1.0.2-beta3}. */
  public String fullVersion() {
    if (update.equals("*") || update.equals("-")) {
      return version;
    }
    return update.matches("p[0-9]+") ? version + update : version + "-" + update;
  }
}
