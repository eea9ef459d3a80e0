package dev.assay.verify.log;

import dev.assay.verify.attest.TrustedKey;
import dev.assay.verify.attest.TrustedKeys;
import dev.assay.verify.attest.VerifyingKey;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What a log claims to be, signed (C2SP tlog-checkpoint).
 *
 * @param origin the log's name
 * @param size number of entries
 * @param root over all of them
 */
public record Checkpoint(Note note, String origin, int size, byte[] root) {
  private static final int TIME = 8;

  /** What a log signs. */
  public static Note unsigned(String origin, int size, byte[] root) {
    String text = origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    return new Note(text, List.of());
  }

  /**
   * Reads a checkpoint.
   *
   * @param where for messages
   */
  public static Checkpoint read(byte[] file, String where) throws Damaged {
    return read(new String(file, StandardCharsets.UTF_8), where);
  }

  static Checkpoint read(String file, String where) throws Damaged {
    Note note = Note.read(file, where);
    String[] lines = note.text().split("\n", -1);
    if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,7}")) {
      throw new Damaged(where + " is no checkpoint");
    }
    byte[] root = Base64Text.decode(lines[2], where);
    if (root.length != Sha256.LENGTH) {
      throw new Damaged(where + ": the root is not 32 bytes");
    }
    return new Checkpoint(note, lines[0], Integer.parseInt(lines[1]), root);
  }

  /** A witness, and when it saw the log like this. */
  public record Seen(TrustedKey witness, Instant time) {}

  /**
   * The trusted key with which the log signed under its own name.
   *
   * @throws Damaged if it did not sign, or wrongly
   */
  public TrustedKey signer(TrustedKeys trusted, String where) throws Damaged {
    byte[] message = note.text().getBytes(StandardCharsets.UTF_8);
    for (Note.Line line : note.signatures()) {
      for (TrustedKey key : trusted.keys()) {
        if (line.name().equals(origin) && line.isBy(key.key(), Note.LOG)) {
          if (!key.key().verifies(message, line.signature())) {
            throw new Damaged(where + ": the log's signature is wrong");
          }
          return key;
        }
      }
    }
    throw new Damaged(where + " is not signed by " + origin + " with a trusted key");
  }

  /**
   * The trusted witnesses that signed; lines by keys not trusted are passed over.
   *
   * @throws Damaged if a line is wrong
   */
  public List<Seen> witnesses(TrustedKeys trusted, String where) throws Damaged {
    List<Seen> seen = new ArrayList<>();
    for (Note.Line line : note.signatures()) {
      for (TrustedKey key : trusted.keys()) {
        if (line.isBy(key.key(), Note.WITNESS)) {
          byte[] stamped = line.signature();
          long time = stamped.length < TIME ? -1 : ByteBuffer.wrap(stamped).getLong();
          if (time < 0
              || time > Instant.MAX.getEpochSecond()
              || !key.key()
                  .verifies(
                      cosigned(time, note), Arrays.copyOfRange(stamped, TIME, stamped.length))) {
            throw new Damaged(where + ": the signature of witness " + line.name() + " is wrong");
          }
          seen.add(new Seen(key, Instant.ofEpochSecond(time)));
        }
      }
    }
    return seen;
  }

  /** What a witness signs. */
  public static byte[] cosigned(long time, Note note) {
    return ("cosignature/v1\ntime " + time + "\n" + note.text()).getBytes(StandardCharsets.UTF_8);
  }

  /** A note with the log's signature. */
  public static Note signed(Note note, String origin, VerifyingKey key, byte[] signature) {
    return note.with(Note.line(origin, Note.LOG, key, signature));
  }

  /** A checkpoint with a witness's signature. */
  public Note witnessed(String name, VerifyingKey key, long time, byte[] signature) {
    byte[] stamped =
        ByteBuffer.allocate(TIME + signature.length).putLong(time).put(signature).array();
    return note.with(Note.line(name, Note.WITNESS, key, stamped));
  }
}
