package dev.assay.inspect.hostile;

import dev.assay.formats.Bytes;

/**
 * A product made to fool or exhaust who reads it.
 *
 * @param group the kind of trick
 * @param name what the trick is
 * @param content the bytes of the product
 * @param problem code of the problem that must be reported; empty where the product is odd but
 *     sound, so that none may be
 */
record HostileProduct(String group, String name, Bytes content, String problem) {
  String title() {
    return group + ": " + name;
  }
}
