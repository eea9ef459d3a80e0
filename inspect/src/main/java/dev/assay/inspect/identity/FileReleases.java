package dev.assay.inspect.identity;

import dev.assay.model.ProgramFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The releases of {@code file-releases.tsv}; its head says what the columns are. */
final class FileReleases {
  private static final Map<String, Release> BY_FILE =
      ProgramFile.rows(FileReleases.class, "file-releases.tsv").stream()
          .map(row -> new Release(row.get(0), row.get(1), row.get(2)))
          .collect(Collectors.toUnmodifiableMap(Release::file, release -> release));

  /**
   * A release whose library has a file of that name.
   *
   * @param product of {@code products.tsv}
   */
  record Release(String product, String file, String version) {}

  private FileReleases() {}

  static List<Release> all() {
    return List.copyOf(BY_FILE.values());
  }

  /** The version of a product whose library has that file name. */
  static Optional<String> version(String product, String file) {
    return Optional.ofNullable(BY_FILE.get(file))
        .filter(release -> release.product().equals(product))
        .map(Release::version);
  }
}
