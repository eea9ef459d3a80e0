package dev.assay.inspect;

import dev.assay.formats.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Establishes facts that depend on bytes alone, never on path, mode or owner: an executable's
 * RELRO, a certificate's key length. Runs once per distinct content, right after it was hashed, on
 * any thread; its facts are cached by content digest.
 *
 * @param <F> the record of facts; of the types a {@link dev.assay.model.Kind} allows
 */
public interface ContentInspector<F extends Record> {
  Class<F> facts();

  /** Raised when the same bytes would give other facts; part of the cache key. */
  int revision();

  /**
   * Literals of three ASCII characters or more that it wants to know of, so that it need not read
   * the whole content to find that there is nothing for it.
   */
  default List<String> markers() {
    return List.of();
  }

  /**
   * Whether to look at this content at all. Cheap.
   *
   * @param type media type found by its bytes
   * @param markers which of all inspectors' markers occur in it, in either case; those of a
   *     container occur in its members
   */
  boolean wants(String type, Bytes content, Set<String> markers);

  /**
   * The facts, or empty where the content is not what it seemed. What is damaged is said in the
   * facts; may throw {@link dev.assay.formats.Malformed}, which is recorded as a problem of the
   * artifact.
   */
  Optional<F> inspect(Bytes content);

  /** As {@link #inspect(Bytes)}, for facts that need more of a scan than bytes. */
  default Optional<F> inspect(Subject subject) {
    return inspect(subject.bytes());
  }

  /**
   * Whether it reads a member of the containers it wants, so that the scan need not decompress the
   * member a second time. Cheap.
   *
   * @param path as the container lists it
   */
  default boolean shares(String path) {
    return false;
  }
}
