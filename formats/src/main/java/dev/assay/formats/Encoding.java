package dev.assay.formats;

import dev.assay.model.Problem;
import java.util.List;

/**
 * A format that is one content in another form: a compressed stream, a payload behind a header.
 * Transparent in paths: {@code x.tar.gz!/member}, not {@code x.tar.gz!/x.tar!/member}.
 */
public non-sealed interface Encoding extends Format {
  /**
   * Decodes the content. Damage is reported beside what could be decoded; a {@link Malformed} means
   * nothing could.
   */
  Decoded decode(Bytes content, Memory memory);

  /**
   * The content inside.
   *
   * @param bytes what was decoded; a payload that is not compressed is a slice
   * @param consumed bytes of the encoded content that belong to it; what follows is trailing data
   * @param type media type where the encoding knows it better than the content tells, else empty
   * @param problems damage on the way
   */
  record Decoded(Bytes bytes, long consumed, String type, List<Problem> problems) {
    public static Decoded of(Bytes bytes, long consumed) {
      return new Decoded(bytes, consumed, "", List.of());
    }
  }
}
