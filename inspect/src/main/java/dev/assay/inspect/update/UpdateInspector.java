package dev.assay.inspect.update;

import dev.assay.inspect.Findings;
import dev.assay.inspect.Inspector;
import dev.assay.inspect.tree.Root;
import dev.assay.model.Kind;
import java.util.List;
import java.util.stream.Stream;

/** One component for each way in which the product takes updates. */
public final class UpdateInspector implements Inspector {
  public static final Kind<UpdateClientFacts> KIND =
      Kind.of("update-client", UpdateClientFacts.class, "Update client");

  @Override
  public List<Kind<?>> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<String> reads() {
    return Stream.concat(ImageUpdates.READS.stream(), PackageSources.READS.stream()).toList();
  }

  @Override
  public void inspect(Root root, Findings findings) {
    new ImageUpdates(root, findings).report();
    new PackageSources(root, findings).report();
  }
}
