package dev.assay.report.spdx;

import dev.assay.report.bom.Item;
import dev.assay.report.bom.SpdxExpression;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Licences as SPDX writes them: what is no expression of listed licences gets a reference of its
 * own, which the document explains (SPDX 2.3 §10).
 */
final class Licensing {
  static final String UNKNOWN = "NOASSERTION";

  private final SortedMap<String, String> named = new TreeMap<>();

  Licensing(List<Item> items) {
    for (Item item : items) {
      item.licenses().stream()
          .filter(license -> !SpdxExpression.is(license))
          .forEach(license -> named.put(reference(license), license));
    }
  }

  /** The text behind each reference. */
  SortedMap<String, String> named() {
    return named;
  }

  static String declared(Item item) {
    return item.licenses().isEmpty()
        ? UNKNOWN
        : SpdxExpression.all(
            item.licenses().stream()
                .map(license -> SpdxExpression.is(license) ? license : reference(license))
                .toList());
  }

  private static String reference(String license) {
    String word = license.replaceAll("[^A-Za-z0-9.-]+", "-");
    boolean plain = license.equals(word) && license.length() <= 64;
    return "LicenseRef-"
        + (plain ? word : UUID.nameUUIDFromBytes(license.getBytes(StandardCharsets.UTF_8)));
  }
}
