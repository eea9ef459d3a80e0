package dev.assay.formats.oci;

/**
 * One layer of an image.
 *
 * @param path of its blob
 * @param type media type, empty where the arrangement does not tell it
 * @param digest of the blob, {@code sha256:…}, or empty
 * @param diffId digest of the uncompressed archive, or empty
 */
record Layer(String path, String type, String digest, String diffId) {
  /** Media type of a layer nothing is told of. */
  static final String UNTYPED = "application/vnd.oci.image.layer.v1.tar";

  String mediaType() {
    return type.isEmpty() ? UNTYPED : type;
  }
}
