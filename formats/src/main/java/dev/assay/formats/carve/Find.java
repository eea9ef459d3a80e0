package dev.assay.formats.carve;

/**
 * A structure that was found.
 *
 * @param end offset of the first byte behind it
 * @param type media type
 */
record Find(long start, long end, String type) {
  /** The type without what is the same for most. */
  String extension() {
    return type.substring(type.lastIndexOf('/') + 1).replaceAll("^(x-|vnd\\.)", "");
  }
}
