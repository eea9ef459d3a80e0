package dev.assay.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The functions of one program or shared library by their names: the {@link WatchedFunctions}, and
 * all of Go programs. No facts; verdicts on flaws in certain functions ask for them.
 *
 * @param path of the artifact
 * @param soname name under which others link it; empty where it has none
 * @param needed sonames of the libraries it links
 * @param readable whether its tables could be read to their ends
 * @param imports watched functions it takes from libraries
 * @param exports watched functions it gives
 * @param lookedUp watched functions whose names it holds, if it takes functions by name at run time
 * @param go functions that the Go linker put in, those that were inlined too; empty for others and
 *     where it does not tell
 */
public record Code(
    String path,
    String soname,
    List<String> needed,
    boolean readable,
    Set<String> imports,
    Set<String> exports,
    Set<String> lookedUp,
    Optional<Names> go) {
  public Code {
    needed = List.copyOf(needed);
    imports = Set.copyOf(imports);
    exports = Set.copyOf(exports);
    lookedUp = Set.copyOf(lookedUp);
  }
}
