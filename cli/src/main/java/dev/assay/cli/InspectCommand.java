package dev.assay.cli;

import dev.assay.cli.inspect.JsonView;
import dev.assay.cli.inspect.MapView;
import dev.assay.cli.inspect.TreeView;
import dev.assay.cli.product.NamedProduct;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.map.ByteMap;
import dev.assay.inspect.map.Region;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Artifact;
import dev.assay.report.terminal.Palette;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay inspect}. */
@Command(
    name = "inspect",
    description =
        "Shows what is in a product, and what each byte of its images is; evaluates nothing.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class InspectCommand implements Callable<Integer> {
  @Mixin private ProductOptions product = new ProductOptions();

  @Option(
      names = "--tree",
      description = "The tree alone: paths, formats, sizes, problems, what was not examined.")
  private boolean tree;

  @Option(
      names = "--map",
      description =
          "The byte map alone: structures, partitions, padding, unknown bytes with their entropy.")
  private boolean map;

  @Option(names = "--json", description = "The same for programs; offsets and sizes in bytes.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    NamedProduct named = product.named(System.err);
    List<Artifact> artifacts = List.of();
    if (map && !tree) {
      Map<String, List<Region>> maps = maps(named);
      if (json) {
        JsonView.writeMaps(maps, System.out);
      } else {
        print(maps);
      }
    } else if (tree && !map) {
      Inspection inspection = inspection(named);
      artifacts = inspection.artifacts();
      if (json) {
        JsonView.writeTree(inspection, System.out);
      } else {
        TreeView.print(inspection, palette(), System.out);
      }
    } else {
      Map<String, List<Region>> maps = maps(named);
      Inspection inspection = inspection(named);
      artifacts = inspection.artifacts();
      if (json) {
        JsonView.write(inspection, maps, System.out);
      } else {
        print(maps);
        TreeView.print(inspection, palette(), System.out);
      }
    }
    if (json) {
      System.out.println();
    }
    return ReaderFaults.status(artifacts, ExitStatus.APPROVED, System.err);
  }

  private static void print(Map<String, List<Region>> maps) {
    maps.forEach(
        (image, regions) -> {
          MapView.print(image, regions, palette(), System.out);
          System.out.println();
        });
  }

  private Inspection inspection(NamedProduct named) {
    return Inspection.of(
        named.sources(),
        Limits.DEFAULT,
        product.jobs,
        Progress.SILENT,
        product.cache(Instant.now()));
  }

  /** Of each image that is a file; a directory has no bytes of its own. */
  private static Map<String, List<Region>> maps(NamedProduct named) {
    Map<String, List<Region>> maps = new LinkedHashMap<>();
    for (Source source : named.sources()) {
      ImageMaps.of(source, ByteMap::of).ifPresent(map -> maps.put(source.name(), map));
    }
    return maps;
  }

  private static Palette palette() {
    return Terminal.isInteractive() ? Palette.ANSI : Palette.PLAIN;
  }
}
