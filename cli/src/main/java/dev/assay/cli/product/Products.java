package dev.assay.cli.product;

import dev.assay.inspect.scan.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out what the arguments of a command name. */
public final class Products {
  private final PackageFetcher packages;

  public Products(PackageFetcher packages) {
    this.packages = packages;
  }

  /**
   * One product out of one or more arguments.
   *
   * @throws BadProduct with one line for the person at the terminal
   */
  public NamedProduct named(List<String> arguments) throws BadProduct {
    if (arguments.size() == 1 && arguments.getFirst().endsWith(".yaml")) {
      return ProductFile.read(Path.of(arguments.getFirst()), packages);
    }
    List<Source> sources = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (String argument : arguments) {
      Source source = source(argument, names);
      names.add(source.name());
      sources.add(source);
    }
    String name = sources.getFirst().name();
    return new NamedProduct(name, version(arguments.getFirst()), "", sources);
  }

  private Source source(String argument, Set<String> taken) throws BadProduct {
    boolean fetched = argument.startsWith("pkg:");
    Path path = fetched ? packages.fetch(argument) : existing(argument);
    Path last = (fetched ? path : Path.of(argument)).toAbsolutePath().normalize().getFileName();
    String base = last == null ? "root" : last.toString();
    String name = base;
    for (int i = 2; taken.contains(name); i++) {
      name = base + "-" + i;
    }
    return new Source.OnHost(name, path);
  }

  private static String version(String argument) throws BadProduct {
    return argument.startsWith("pkg:") ? Purl.parse(argument).version() : "";
  }

  /** Where a file or directory is; a link is followed, since the user names it. */
  static Path existing(String argument) throws BadProduct {
    Path path;
    try {
      path = Path.of(argument);
    } catch (InvalidPathException e) {
      throw new BadProduct("`" + argument.replace('\0', '?') + "` is not a path");
    }
    if (!Files.exists(path)) {
      throw new BadProduct(
          "no such file or directory: "
              + argument
              + " (a product is a file, a directory, a product.yaml or a purl)");
    }
    if (!Files.isReadable(path)) {
      throw new BadProduct("cannot read " + argument + ": permission denied");
    }
    if (!Files.isDirectory(path) && !Files.isRegularFile(path)) {
      throw new BadProduct(argument + " is neither a file nor a directory");
    }
    try {
      if (Files.isRegularFile(path) && Files.size(path) == 0) {
        throw new BadProduct(argument + " is empty");
      }
      return path.toRealPath();
    } catch (IOException e) {
      throw new BadProduct("cannot read " + argument + ": " + e.getMessage());
    }
  }
}
