package dev.assay.cli;

import dev.assay.cli.product.NamedProduct;
import dev.assay.inspect.Cache;
import dev.assay.inspect.Inspection;
import dev.assay.inspect.map.Outline;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.model.Product;
import dev.assay.model.Stretch;
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
    ForkJoinTask<ImageMaps<List<Stretch>>> outlines =
        ForkJoinTask.adapt(() -> ImageMaps.of(named.sources(), Outline.class, Outline::of));
    if (jobs > 1) {
      ForkJoinPool.commonPool().execute(outlines);
    }
    Inspection inspection = Inspection.of(named.sources(), Limits.DEFAULT, jobs, progress, cache);
    ImageMaps<List<Stretch>> outlined = jobs > 1 ? outlines.join() : outlines.invoke();
    return new ReadProduct(named, inspection.with(outlined.faults()), outlined.told());
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
