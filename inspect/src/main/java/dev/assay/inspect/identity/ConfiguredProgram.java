package dev.assay.inspect.identity;

import dev.assay.inspect.packages.InstalledPackages;
import dev.assay.inspect.packages.PackageInspector;
import dev.assay.inspect.settings.Release;
import dev.assay.inspect.tree.Node;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program that a configuration is for. What a setting is where the file is silent depends on
 * its release.
 *
 * @param product as signatures name it
 * @param files where it is installed, the first that tells counts
 * @param packages names of the packages that install it, asked where no file tells
 */
public record ConfiguredProgram(String product, List<String> files, List<String> packages) {
  /**
   * What an inspector of configurations reads, for {@link dev.assay.inspect.Inspector#reads}.
   *
   * @param own patterns of the configurations
   * @return these and the package databases
   */
  public static List<String> reads(List<String> own) {
    return Stream.concat(new PackageInspector().reads().stream(), own.stream()).toList();
  }

  /**
   * What is installed.
   *
   * @param version as the program or its package tells it
   */
  public record Installed(String product, String version, Evidence evidence) {
    public Release release() {
      return Release.of(version);
    }
  }

  /** Empty where neither a file nor a package tells the version. */
  public Optional<Installed> in(Root root) {
    return files.stream()
        .flatMap(file -> root.node(file).filter(Node::isFile).stream())
        .flatMap(node -> Recognition.of(node, Products.standard()).stream())
        .filter(each -> each.signature().product().equals(product))
        .filter(each -> Release.isOne(each.version()))
        .map(each -> new Installed(product, each.version(), each.evidence()))
        .findFirst()
        .or(() -> InstalledPackages.of(root).version(packages).flatMap(this::packaged));
  }

  private Optional<Installed> packaged(InstalledPackages.Version told) {
    return Release.isOne(told.version())
        ? Optional.of(new Installed(product, told.version(), told.evidence()))
        : Optional.empty();
  }
}
