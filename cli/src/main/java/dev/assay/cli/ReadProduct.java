package dev.assay.cli;

import dev.assay.cli.product.NamedProduct;
import dev.assay.formats.Bytes;
import dev.assay.inspect.Cache;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.fault.Faults;
import dev.assay.inspect.map.Outline;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Problem;
import dev.assay.model.Product;
import dev.assay.model.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * A product that has been read: what was found in it, and what the bytes of its images are.
 *
 * @param outlines by the name of the image; a directory has none
 */
record ReadProduct(NamedProduct named, Inspection inspection, Map<String, List<Stretch>> outlines) {

  /** Reads all of a product; both at once where there may be several workers. */
  static ReadProduct of(NamedProduct named, int jobs, Progress progress, Optional<Cache> cache) {
    Map<String, Problem> faults = new HashMap<>();
    ForkJoinTask<Map<String, List<Stretch>>> outlines =
        ForkJoinTask.adapt(() -> outlines(named.sources(), faults));
    if (jobs > 1) {
      ForkJoinPool.commonPool().execute(outlines);
    }
    Inspection inspection = Inspection.of(named.sources(), Limits.DEFAULT, jobs, progress, cache);
    Map<String, List<Stretch>> outlined = jobs > 1 ? outlines.join() : outlines.invoke();
    return new ReadProduct(named, inspection.with(faults), outlined);
  }

  /**
   * @param faults told where the outline of an image failed
   */
  private static Map<String, List<Stretch>> outlines(
      List<Source> sources, Map<String, Problem> faults) {
    Map<String, List<Stretch>> outlines = new HashMap<>();
    for (Source source : sources) {
      ImageMaps.of(source, bytes -> outline(source.name(), bytes, faults))
          .ifPresent(outline -> outlines.put(source.name(), outline));
    }
    return outlines;
  }

  private static List<Stretch> outline(String image, Bytes bytes, Map<String, Problem> faults) {
    List<Stretch> outline = new ArrayList<>();
    Faults.REPORT.ask(
        Faults.name(Outline.class),
        fault -> faults.put(image, fault),
        () -> outline.addAll(Outline.of(bytes)));
    return outline;
  }

  /** As it stands in an evaluation. */
  Product product() {
    return new Product(
        named.name(),
        named.version(),
        inspection.images().stream()
            .map(image -> image.outlined(outlines.getOrDefault(image.name(), image.outline())))
            .toList());
  }
}
