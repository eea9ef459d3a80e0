package dev.assay.model;

/**
 * What was seen, and where.
 *
 * @param artifact path of the artifact
 * @param place where in it
 * @param excerpt the text or a description of the bytes, at most a few hundred characters; secrets
 *     are masked
 */
public record Evidence(String artifact, Place place, String excerpt) {
  public static Evidence line(String artifact, long number, String excerpt) {
    return new Evidence(artifact, Place.line(number), excerpt);
  }

  public static Evidence offset(String artifact, long bytes, String excerpt) {
    return new Evidence(artifact, Place.offset(bytes), excerpt);
  }

  public static Evidence whole(String artifact, String excerpt) {
    return new Evidence(artifact, Place.whole(), excerpt);
  }
}
