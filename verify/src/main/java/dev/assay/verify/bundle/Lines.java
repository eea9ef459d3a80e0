package dev.assay.verify.bundle;

import dev.assay.verify.json.BadJson;
import dev.assay.verify.json.Fields;
import dev.assay.verify.json.JsonReader;
import dev.assay.verify.json.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** The lines of one file of a bundle, each hashed as it is read. */
public final class Lines implements AutoCloseable {
  /** Bytes in one line. */
  static final int MAX_LINE = 1 << 26;

  private final String file;
  private final InputStream in;
  private final Leaves leaves = new Leaves();
  private final Sha256 sha256 = new Sha256();
  private byte[] buffer = new byte[1 << 18];
  private int from;
  private int to = -1;
  private int filled;

  private Lines(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /**
   * Opens a file of a bundle.
   *
   * @throws Damaged if it is missing
   * @throws Unreadable if it cannot be opened
   */
  public static Lines open(Path bundle, String file) throws Damaged, Unreadable {
    try {
      return new Lines(file, Files.newInputStream(bundle.resolve(file)));
    } catch (NoSuchFileException e) {
      throw new Damaged(file + " is missing");
    } catch (IOException e) {
      throw new Unreadable(file + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Goes to the next line.
   *
   * @return false at the end
   * @throws Damaged if the line has no end, or no sensible one
   */
  public boolean next() throws Damaged, Unreadable {
    from = to + 1;
    int at = from;
    while (true) {
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      if (at < filled) {
        break;
      }
      int kept = filled - from;
      if (!fill()) {
        if (kept > 0) {
          throw new Damaged(file + " line " + (leaves.count() + 1) + " is cut short");
        }
        to = filled - 1;
        return false;
      }
      at = kept;
    }
    to = at;
    if (leaves.count() >= Leaves.MAX) {
      throw new Damaged(file + " has more than " + Leaves.MAX + " lines");
    }
    leaves.add(sha256.leaf(file, buffer, from, to));
    return true;
  }

  /** Moves what is begun to the start of the buffer and reads on; false at the end of the file. */
  private boolean fill() throws Damaged, Unreadable {
    int kept = filled - from;
    if (kept > MAX_LINE) {
      throw new Damaged(
          file + " line " + (leaves.count() + 1) + " is longer than " + MAX_LINE + " bytes");
    }
    byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, from, target, 0, kept);
    buffer = target;
    from = 0;
    filled = kept;
    try {
      int read = in.read(buffer, filled, buffer.length - filled);
      filled += Math.max(0, read);
      return read > 0;
    } catch (IOException e) {
      throw new Unreadable(file + " cannot be read: " + e.getMessage());
    }
  }

  /** File and line, the first being 1. */
  public String where() {
    return file + " line " + leaves.count();
  }

  /** Some members of the line; see {@link JsonReader#fields}. */
  public Fields fields(Names wanted) throws Damaged {
    try {
      return JsonReader.fields(buffer, from, to, wanted);
    } catch (BadJson e) {
      throw new Damaged(where() + " is not JSON: " + e.getMessage());
    }
  }

  /** The line without its newline. */
  public byte[] bytes() {
    return Arrays.copyOfRange(buffer, from, to);
  }

  /** The leaves of the lines read so far. */
  public Leaves leaves() {
    return leaves;
  }

  @Override
  public void close() throws Unreadable {
    try {
      in.close();
    } catch (IOException e) {
      throw new Unreadable(file + " cannot be read: " + e.getMessage());
    }
  }
}
