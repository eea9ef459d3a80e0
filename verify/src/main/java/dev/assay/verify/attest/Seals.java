package dev.assay.verify.attest;

import dev.assay.verify.bundle.BundleFiles;
import dev.assay.verify.bundle.Checksums;
import dev.assay.verify.bundle.Unreadable;
import dev.assay.verify.bundle.Violations;
import dev.assay.verify.json.Json;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Digests of what lies in a bundle outside its root, so that a signature covers it too.
 *
 * @param checksums hex SHA-256 of {@code SHA256SUMS}, which in turn covers the reports
 * @param run hex SHA-256 of {@code run.json}
 */
public record Seals(Optional<String> checksums, Optional<String> run) {
  /** The digests of the files as they now are. */
  public static Seals of(Path bundle) throws Unreadable {
    return new Seals(sha256(bundle, BundleFiles.SUMS), sha256(bundle, BundleFiles.RUN));
  }

  /** Names the files that are no longer those that a statement seals. */
  public void compare(Json statement, Violations violations) {
    compare(statement, BundleFiles.SUMS, "checksums", checksums, violations);
    compare(statement, BundleFiles.RUN, "run", run, violations);
  }

  private static void compare(
      Json statement, String file, String field, Optional<String> now, Violations violations) {
    Optional<String> sealed =
        statement instanceof Json.Obj object
            ? object.text("predicate", "evidence", field, "sha256")
            : Optional.empty();
    if (!sealed.equals(now)) {
      violations.add(
          file
              + (now.isEmpty() ? " is missing, though" : " was changed:")
              + " the attestation seals "
              + sealed.map(sum -> "SHA-256 " + sum).orElse("none"));
    }
  }

  private static Optional<String> sha256(Path bundle, String file) throws Unreadable {
    try {
      return Optional.of(Checksums.sha256(bundle.resolve(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new Unreadable(file + " cannot be read: " + e.getMessage());
    }
  }
}
