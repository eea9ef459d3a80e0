package dev.assay.compare;

import dev.assay.formats.Entry;
import dev.assay.inspect.scan.Digests;
import dev.assay.inspect.scan.Opener;
import java.util.List;

/**
 * One of the two that were compared, so that a report is of no others.
 *
 * @param name as it was given
 * @param sha256 of a product that is one file, in hexadecimal; empty for others
 */
public record Side(String name, String sha256) {
  static Side of(String name, List<Entry> tops, Opener opener) {
    return new Side(
        name,
        tops.size() == 1
            ? tops.getFirst()
                .content()
                .map(content -> Digests.sha256(opener.open(content).bytes()))
                .orElse("")
            : "");
  }
}
