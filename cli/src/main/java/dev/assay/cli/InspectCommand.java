package dev.assay.cli;

import dev.assay.cli.inspect.JsonView;
import dev.assay.cli.inspect.MapView;
import dev.assay.cli.inspect.TreeView;
import dev.assay.cli.product.NamedProduct;
import dev.assay.formats.Bytes;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.map.ByteMap;
import dev.assay.inspect.map.Region;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.report.terminal.Palette;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
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

  private final Function<Bytes, List<Region>> mapping;

  InspectCommand() {
    this(ByteMap::of);
  }

  /**
   * @param mapping tells what each byte of an image is
   */
  InspectCommand(Function<Bytes, List<Region>> mapping) {
    this.mapping = mapping;
  }

  @Override
  public Integer call() throws IOException {
    NamedProduct named = product.named(System.err);
    int status;
    if (map && !tree) {
      ImageMaps<List<Region>> maps = maps(named);
      if (json) {
        JsonView.writeMaps(maps.told(), System.out);
      } else {
        print(maps.told());
      }
      status = ReaderFaults.status(maps.faults(), ExitStatus.APPROVED, System.err);
    } else if (tree && !map) {
      Inspection inspection = inspection(named);
      if (json) {
        JsonView.writeTree(inspection, System.out);
      } else {
        TreeView.print(inspection, palette(), System.out);
      }
      status = ReaderFaults.status(inspection.artifacts(), ExitStatus.APPROVED, System.err);
    } else {
      ImageMaps<List<Region>> maps = maps(named);
      Inspection inspection = inspection(named).with(maps.faults());
      if (json) {
        JsonView.write(inspection, maps.told(), System.out);
      } else {
        print(maps.told());
        TreeView.print(inspection, palette(), System.out);
      }
      status = ReaderFaults.status(inspection.artifacts(), ExitStatus.APPROVED, System.err);
    }
    if (json) {
      System.out.println();
    }
    return status;
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

  private ImageMaps<List<Region>> maps(NamedProduct named) {
    return ImageMaps.of(named.sources(), ByteMap.class, mapping);
  }

  private static Palette palette() {
    return Terminal.isInteractive() ? Palette.ANSI : Palette.PLAIN;
  }
}
