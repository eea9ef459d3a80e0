package dev.assay.verify.log;

import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.InclusionProof;
import dev.assay.verify.bundle.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * That an entry is in a log, for use without the log (C2SP tlog-proof).
 *
 * @param path see {@link InclusionProof}
 */
public record LogProof(int index, List<byte[]> path, Checkpoint checkpoint) {
  private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
  private static final String INDEX = "index ";
  private static final String EXTRA = "extra ";

  public LogProof {
    path = List.copyOf(path);
  }

  /** The proof as a file. */
  public byte[] bytes() {
    StringBuilder file = new StringBuilder(FIRST_LINE + "\n" + INDEX + index + "\n");
    path.forEach(hash -> file.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
    file.append('\n').append(new String(checkpoint.note().bytes(), StandardCharsets.UTF_8));
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a proof.
   *
   * @param where for messages
   */
  public static LogProof read(byte[] file, String where) throws Damaged {
    String text = new String(file, StandardCharsets.UTF_8);
    int blank = text.indexOf("\n\n");
    List<String> lines =
        new ArrayList<>(Arrays.asList(text.substring(0, Math.max(0, blank)).split("\n", -1)));
    if (blank < 0 || !lines.removeFirst().equals(FIRST_LINE)) {
      throw new Damaged(where + " is no " + FIRST_LINE);
    }
    if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
      lines.removeFirst();
    }
    if (lines.isEmpty() || !lines.getFirst().matches(INDEX + "(0|[1-9][0-9]{0,7})")) {
      throw new Damaged(where + " has no index");
    }
    int index = Integer.parseInt(lines.removeFirst().substring(INDEX.length()));
    List<byte[]> path = new ArrayList<>();
    for (String line : lines) {
      byte[] hash = Base64Text.decode(line, where);
      if (hash.length != Sha256.LENGTH) {
        throw new Damaged(where + ": a hash is not 32 bytes");
      }
      path.add(hash);
    }
    return new LogProof(index, path, Checkpoint.read(text.substring(blank + 2), where));
  }

  /** Whether the proof leads from an entry to the checkpoint's root. */
  public boolean proves(byte[] entry) {
    return InclusionProof.root(index, checkpoint.size(), Entry.leaf(entry), path)
        .filter(root -> Arrays.equals(root, checkpoint.root()))
        .isPresent();
  }
}
