package dev.assay.inspect.keys;

import dev.assay.formats.Malformed;
import dev.assay.inspect.certificates.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what one content holds. What cannot be read is noted and the rest still gathered. */
final class StoreContents {
  static final int MAX_SIZE = 4 << 20;
  private static final int MAX_DAMAGED = 20;

  private final List<Certificate> certificates = new ArrayList<>();
  private final List<FoundKey> keys = new ArrayList<>();
  private final List<FoundStore> stores = new ArrayList<>();
  private final List<String> damaged = new ArrayList<>();

  Optional<Certificate> certificate(Supplier<Certificate> reader) {
    try {
      Certificate read = reader.get();
      certificates.add(read);
      return Optional.of(read);
    } catch (Malformed malformed) {
      damaged(malformed);
      return Optional.empty();
    }
  }

  void key(FoundKey key) {
    keys.add(key);
  }

  void store(FoundStore store) {
    stores.add(store);
  }

  void damaged(Malformed malformed) {
    if (damaged.size() < MAX_DAMAGED) {
      damaged.add(
          malformed.problem().code()
              + " at "
              + malformed.problem().offset()
              + ": "
              + malformed.getMessage());
    }
  }

  boolean isEmpty() {
    return certificates.isEmpty() && keys.isEmpty() && stores.isEmpty() && damaged.isEmpty();
  }

  KeyMaterial material() {
    return new KeyMaterial(
        List.copyOf(certificates), List.copyOf(keys), List.copyOf(stores), List.copyOf(damaged));
  }
}
