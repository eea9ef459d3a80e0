package dev.assay.cli.build;

import dev.assay.catalogue.Catalogue;
import dev.assay.catalogue.ProfileIndex;
import dev.assay.catalogue.identity.Measurements;
import dev.assay.catalogue.source.CatalogueFiles;
import dev.assay.catalogue.source.Profile;
import dev.assay.catalogue.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compiles every case file, runs all controls through the whole inspection, and writes one packed
 * catalogue per profile. A case that is not proven stops the build.
 *
 * <pre>
 * PackCatalogue [--catalogue DIR] OUTPUT-DIR       all files, then pack
 * PackCatalogue [--catalogue DIR] --only STEM …    check cases/STEM.yaml only, write nothing
 * </pre>
 */
public final class PackCatalogue {
  private final CatalogueFiles files;
  private final Set<String> only;

  private PackCatalogue(CatalogueFiles files, Set<String> only) {
    this.files = files;
    this.only = only;
  }

  public static void main(String[] arguments) throws IOException {
    Deque<String> rest = new ArrayDeque<>(List.of(arguments));
    CatalogueFiles files = null;
    Set<String> only = new HashSet<>();
    String output = "";
    while (!rest.isEmpty()) {
      String argument = rest.pop();
      switch (argument) {
        case "--catalogue" -> files = CatalogueFiles.in(Path.of(rest.pop()));
        case "--only" -> only.add(rest.pop());
        default -> output = argument;
      }
    }
    if (output.isEmpty() && only.isEmpty()) {
      System.err.println("usage: PackCatalogue [--catalogue DIR] (OUTPUT-DIR | --only STEM…)");
      System.exit(2);
    }
    PackCatalogue pack = new PackCatalogue(files == null ? CatalogueFiles.ofAssay() : files, only);
    if (!pack.run(output)) {
      System.exit(1);
    }
  }

  private boolean run(String output) throws IOException {
    CatalogueCheck check = CatalogueCheck.of(files, only);
    check.sources().mistakes().forEach(System.err::println);
    check.unproven().forEach(proof -> System.err.println(CatalogueCheck.told(proof)));
    System.err.println("catalogue: " + check.summary());
    if (check.passed() && only.isEmpty()) {
      write(check.sources(), Measurements.of(files), Path.of(output));
    }
    return check.passed();
  }

  private static void write(Sources sources, Measurements measurements, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    List<String> index = new ArrayList<>();
    for (Profile profile : sources.profiles()) {
      byte[] packed = Catalogue.pack(profile, sources.definitions(), measurements);
      Files.write(folder.resolve(profile.name() + ".catalogue"), packed);
      index.add(ProfileIndex.line(Catalogue.read(packed)));
    }
    Files.write(folder.resolve(ProfileIndex.FILE), index);
  }
}
