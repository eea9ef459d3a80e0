package dev.assay.formats;

/** A format that holds members: archive, file system, image with parts. */
public non-sealed interface Container extends Format {
  /**
   * Lists all members, in the order of the container. Members' contents are opened later, by
   * several threads. What cannot be read is reported as a problem of the listing or the entry and
   * the rest still listed; a {@link Malformed} thrown ends the listing and is recorded, what was
   * listed before is kept.
   */
  void unpack(Bytes content, Listing listing);
}
