package dev.assay.cli;

import dev.assay.report.Plain;
import dev.assay.verify.attest.TrustedKeys;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.SmallFile;
import dev.assay.verify.bundle.Unreadable;
import dev.assay.verify.log.Checkpoint;
import dev.assay.verify.log.LogFolder;
import dev.assay.verify.log.LogProof;
import dev.assay.verify.log.Note;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks logs with the keys of a command line. */
final class LogChecking {
  private static final int MAX_PROOF = 2 * Note.MAX;

  private final TrustedKeys keys;

  LogChecking(TrustOptions trust) {
    this.keys =
        trust
            .keys()
            .orElseThrow(
                () ->
                    new UsageError(
                        "name the folder of the log's and witnesses' *.pub with --keys"));
  }

  /**
   * Checks a whole log.
   *
   * @param since an earlier checkpoint of it, null for none
   * @return what was found, a line each
   */
  List<String> log(Path folder, @Nullable Path since) throws Damaged, Unreadable, IOException {
    LogFolder log = LogFolder.read(folder);
    List<String> found = new ArrayList<>(signers(log.checkpoint(), LogFolder.CHECKPOINT));
    if (since != null) {
      String name = String.valueOf(since.getFileName());
      Checkpoint earlier = Checkpoint.read(SmallFile.read(since, Note.MAX), name);
      earlier.signer(keys, name);
      log.follows(earlier, name);
      found.add("it has grown out of " + name + ", which had " + entries(earlier));
    }
    return found;
  }

  /** Checks a proof that an entry is in a log. */
  List<String> proof(Path file, byte[] entry) throws Damaged, IOException {
    String name = String.valueOf(file.getFileName());
    LogProof proof = LogProof.read(SmallFile.read(file, MAX_PROOF), name);
    List<String> found = new ArrayList<>(signers(proof.checkpoint(), name));
    if (!proof.proves(entry)) {
      throw new Damaged(name + " does not prove that the attestation is in the log");
    }
    found.add("the attestation is its entry " + proof.index());
    return found;
  }

  private List<String> signers(Checkpoint checkpoint, String where) throws Damaged {
    List<String> found = new ArrayList<>();
    found.add(
        "log "
            + checkpoint.origin()
            + " of "
            + entries(checkpoint)
            + ", signed with "
            + checkpoint.signer(keys, where).file());
    for (Checkpoint.Seen seen : checkpoint.witnesses(keys, where)) {
      found.add("witnessed by " + seen.witness().role() + " at " + seen.time());
    }
    return found;
  }

  private static String entries(Checkpoint checkpoint) {
    return Plain.count(checkpoint.size(), "entry", "entries");
  }
}
