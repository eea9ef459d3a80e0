package dev.assay.cli;

import dev.assay.evidence.BundleContent;
import dev.assay.evidence.BundleException;
import dev.assay.verify.attest.Envelope;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where an evaluator's disagreement goes.
 *
 * @param role in whose name
 */
record Disagreeing(Path file, Signer signer, String role) {
  /** Writes down where the replay differs; a file that is there is not overwritten. */
  void write(BundleContent bundle, BundleContent replayed) throws BundleException {
    Envelope envelope = signer.disagree(bundle, replayed, role);
    try {
      Files.write(file, envelope.bytes(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UsageError(file + " exists; choose another --disagree");
    } catch (IOException e) {
      throw new UsageError("cannot write " + file + ": " + e.getMessage());
    }
    System.out.println("the disagreement is in " + file + ", signed with key " + signer.keyId());
  }
}
