package dev.assay.assess.flaw;

import dev.assay.feed.match.Functions;
import dev.assay.model.Code;
import dev.assay.model.Names;
import java.util.List;
import java.util.Optional;

/**
 * The functions of a module in the Go programs that it went into. The Go linker leaves out what is
 * never called, and names in the program what it put in.
 *
 * @param programs those that hold the module; empty where one of its places is none
 */
record GoModule(List<Optional<Code>> programs) implements Functions {
  /** What follows the name of a function in the names of what is inside it or of its instances. */
  private static final String BEHIND = ".[-";

  @Override
  public Optional<String> uncalled(List<String> entryPoints) {
    return Optional.empty();
  }

  @Override
  public Optional<String> absent(List<String> functions) {
    List<Optional<Names>> tables =
        programs.stream().map(program -> program.flatMap(Code::go)).toList();
    boolean absent =
        tables.stream()
            .allMatch(
                table ->
                    table.isPresent()
                        && functions.stream().noneMatch(name -> isIn(name, table.get())));
    return absent
        ? Optional.of(
            programs.size() == 1
                ? "the Go linker left it out of the program"
                : "the Go linker left it out of all %d programs".formatted(programs.size()))
        : Optional.empty();
  }

  /** Whether a function such as {@code golang.org/x/net/http2#Framer.ReadFrame} is there. */
  private static boolean isIn(String function, Names names) {
    int mark = function.indexOf('#');
    if (mark < 0) {
      return true;
    }
    String path = function.substring(0, mark);
    String name = function.substring(mark + 1);
    return isIn(path, name, names) || isIn(escaped(path), name, names);
  }

  /** The type of a method's receiver may stand with a star, and with parameters of its own. */
  private static boolean isIn(String path, String name, Names names) {
    if (name.equals("*")) {
      return names.joined().contains("\0" + path + ".");
    }
    int method = name.indexOf('.');
    if (method < 0) {
      return names.startWith(path + "." + name, BEHIND);
    }
    String type = name.substring(0, method);
    String of = name.substring(method + 1);
    return names.startWith(path + "." + name, BEHIND)
        || names.startWith(path + ".(*" + type + ")." + of, BEHIND)
        || names.startWith(path + ".(*" + type, "[")
        || names.startWith(path + "." + type, "[");
  }

  /** As linkers until Go 1.21 write the dots of a path's last part. */
  private static String escaped(String path) {
    int slash = path.lastIndexOf('/') + 1;
    return path.substring(0, slash) + path.substring(slash).replace(".", "%2e");
  }
}
