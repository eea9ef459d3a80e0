package dev.assay.model;

import java.util.List;
import java.util.Optional;

/**
 * The functions of one program or shared library by their names. Too many to be facts; verdicts on
 * flaws in certain functions ask for them.
 *
 * @param path of the artifact
 * @param soname name under which others link it; empty where it has none
 * @param needed sonames of the libraries it links
 * @param readable whether its tables could be read to their ends
 * @param imports functions it takes from libraries
 * @param exports functions it gives
 * @param lookedUp texts in it that may be names of functions, if it takes functions by name at run
 *     time
 * @param go functions that the Go linker put in, those that were inlined too; empty for others and
 *     where it does not tell
 */
public record Code(
    String path,
    String soname,
    List<String> needed,
    boolean readable,
    Names imports,
    Names exports,
    Names lookedUp,
    Optional<Names> go) {
  public Code {
    needed = List.copyOf(needed);
  }
}
