package dev.assay.cli.build;

import dev.assay.catalogue.Catalogue;
import dev.assay.catalogue.control.ControlProduct;
import dev.assay.catalogue.control.ControlRunner;
import dev.assay.catalogue.control.Proof;
import dev.assay.catalogue.forge.Forge;
import dev.assay.catalogue.forge.Forges;
import dev.assay.catalogue.source.CatalogueFiles;
import dev.assay.catalogue.source.Mistake;
import dev.assay.catalogue.source.Profile;
import dev.assay.catalogue.source.Sources;
import dev.assay.formats.Bytes;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.Inspectors;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Described;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compiles every case file, runs all controls through the whole inspection, and writes one packed catalogue per profile. A case
 * that is not proven stops the build.
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
    PackCatalogue pack =
        new PackCatalogue(files == null ? CatalogueFiles.ofAssay() : files, only);
    if (!pack.run(output)) {
      System.exit(1);
    }
  }

  private boolean run(String output) throws IOException {
    Set<String> forges = new HashSet<>();
    Forges.all().stream().map(Forge::name).forEach(forges::add);
    Sources sources =
        only.isEmpty()
            ? Sources.read(files, Inspectors.kinds(), forges)
            : Sources.read(files, Inspectors.kinds(), forges, only::contains);
    for (Mistake mistake : sources.mistakes()) {
      System.err.println(mistake);
    }
    List<Proof> proofs =
        new ControlRunner(new ControlProduct(Forges.all()), PackCatalogue::inspect)
            .check(sources.definitions());
    long proven = proofs.stream().filter(Proof::proven).count();
    proofs.stream().filter(proof -> !proof.proven()).forEach(PackCatalogue::tell);
    System.err.printf(
        "catalogue: %d cases, %d proven, %d unproven, %d mistakes%n",
        proofs.size(), proven, proofs.size() - proven, sources.mistakes().size());
    if (proven < proofs.size() || !sources.mistakes().isEmpty()) {
      return false;
    }
    if (only.isEmpty()) {
      write(sources, Path.of(output));
    }
    return true;
  }

  private static List<Described> inspect(byte[] tar) {
    return Inspection.of(
            List.of(new Source.InMemory("control.tar", Bytes.of(tar))),
            Limits.DEFAULT,
            1,
            Progress.SILENT)
        .components();
  }

  private static void tell(Proof proof) {
    for (Proof.Fault fault : proof.faults()) {
      System.err.println(
          proof.file() + ":" + proof.line() + ": " + proof.test() + ": control `" + fault.control()
              + "` " + fault.why());
    }
  }

  private static void write(Sources sources, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Profile profile : sources.profiles()) {
      Files.write(
          folder.resolve(profile.name() + ".catalogue"),
          Catalogue.pack(profile, sources.definitions()));
    }
  }
}
