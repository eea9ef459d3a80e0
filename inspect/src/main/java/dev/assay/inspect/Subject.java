package dev.assay.inspect;

import dev.assay.formats.Bytes;
import dev.assay.model.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A content that is looked at.
 *
 * @param markers which of all inspectors' markers occur in it, in either case; those of a container
 *     occur in its members
 * @param shared the members by path, as they are listed, that some inspector {@link
 *     ContentInspector#shares} with the scan: decompressed once for both. Empty for all others, and
 *     where a member is damaged, whose readers differ in what they make of it
 * @param damage takes what is damaged of the content where facts can be told all the same
 */
public record Subject(
    Bytes bytes,
    Set<String> markers,
    Function<String, Optional<Bytes>> shared,
    Consumer<Problem> damage) {
  /** A content that no scan reads. */
  public static Subject of(Bytes bytes) {
    return of(bytes, problem -> {});
  }

  /** A content that shares nothing and has no markers. */
  public static Subject of(Bytes bytes, Consumer<Problem> damage) {
    return new Subject(bytes, Set.of(), path -> Optional.empty(), damage);
  }
}
