package dev.assay.feed.match;

import java.util.List;
import java.util.Optional;

/** What a product proves of the functions of a component that it holds. */
public interface Functions {
  /** Nothing is proven. */
  Functions UNKNOWN =
      new Functions() {
        @Override
        public Optional<String> uncalled(List<String> entryPoints) {
          return Optional.empty();
        }

        @Override
        public Optional<String> absent(List<String> functions) {
          return Optional.empty();
        }
      };

  /**
   * How it is proven that nothing in the product calls any of these functions of the component's
   * interface; empty where it is not.
   */
  Optional<String> uncalled(List<String> entryPoints);

  /** How it is proven that the product holds none of these functions; empty where it is not. */
  Optional<String> absent(List<String> functions);
}
