package dev.assay.verify.attest;

import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.SmallFile;
import dev.assay.verify.bundle.Unreadable;
import dev.assay.verify.bundle.Violations;
import dev.assay.verify.json.BadJson;
import dev.assay.verify.json.Json;
import dev.assay.verify.json.JsonReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A signed statement in a bundle. */
public record Attestation(String file, Envelope envelope, Json statement) {
  /**
   * Reads an attestation.
   *
   * @return empty if the bundle has none of that name
   */
  public static Optional<Attestation> read(Path bundle, String file) throws Damaged, Unreadable {
    try {
      Envelope envelope = Envelope.read(SmallFile.read(bundle.resolve(file), Envelope.MAX), file);
      return Optional.of(new Attestation(file, envelope, JsonReader.read(envelope.payload())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (BadJson e) {
      throw new Damaged(file + ": the payload is not JSON: " + e.getMessage());
    } catch (IOException e) {
      throw new Unreadable(file + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Holds the statement against that which the bundle as it is now gives; every difference is a
   * violation.
   */
  public void compare(Json.Obj found, Violations violations) {
    Disagreement.find(statement, found, file, violations);
  }

  /** The trusted keys that signed; every signature by another is a violation. */
  public List<TrustedKey> signatories(TrustedKeys trusted, LocalDate day, Violations violations) {
    return Signatories.of(envelope, file, trusted, day, violations);
  }
}
