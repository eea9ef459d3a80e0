package dev.assay.verify.log;

import dev.assay.verify.attest.Algorithm;
import dev.assay.verify.attest.VerifyingKey;
import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.bundle.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A signed note (C2SP signed-note).
 *
 * @param text ends with a newline
 */
public record Note(String text, List<Line> signatures) {
  /** Bytes. */
  public static final int MAX = 1 << 16;

  static final byte LOG = 1;
  static final byte WITNESS = 4;

  private static final int KEY_ID = 4;
  private static final int RAW_KEY = 32;
  private static final String DASH = "\u2014 ";

  public Note {
    signatures = List.copyOf(signatures);
  }

  /**
   * A signature line.
   *
   * @param bytes key id and what follows
   */
  public record Line(String name, byte[] bytes) {
    boolean isBy(VerifyingKey key, byte type) {
      return key.algorithm() == Algorithm.ED25519
          && bytes.length > KEY_ID
          && Arrays.equals(Arrays.copyOf(bytes, KEY_ID), keyId(name, type, key));
    }

    byte[] signature() {
      return Arrays.copyOfRange(bytes, KEY_ID, bytes.length);
    }
  }

  /** A line with the key's id before the signature. */
  static Line line(String name, byte type, VerifyingKey key, byte[] signature) {
    byte[] bytes =
        ByteBuffer.allocate(KEY_ID + signature.length)
            .put(keyId(name, type, key))
            .put(signature)
            .array();
    return new Line(name, bytes);
  }

  private static byte[] keyId(String name, byte type, VerifyingKey key) {
    byte[] encoded = key.key().getEncoded();
    byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer all = ByteBuffer.allocate(named.length + 1 + RAW_KEY);
    // RFC 8410 §4: the key proper is the end of its SubjectPublicKeyInfo.
    all.put(named).put(type).put(encoded, encoded.length - RAW_KEY, RAW_KEY);
    return Arrays.copyOf(new Sha256().of(all.array()), KEY_ID);
  }

  /** This note with one signature more. */
  Note with(Line line) {
    List<Line> all = new ArrayList<>(signatures);
    all.add(line);
    return new Note(text, all);
  }

  /** The note as a file. */
  public byte[] bytes() {
    StringBuilder file = new StringBuilder(text).append('\n');
    for (Line line : signatures) {
      file.append(DASH)
          .append(line.name())
          .append(' ')
          .append(Base64.getEncoder().encodeToString(line.bytes()))
          .append('\n');
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a note.
   *
   * @param where for messages
   */
  static Note read(String file, String where) throws Damaged {
    int blank = file.lastIndexOf("\n\n");
    if (file.length() > MAX || blank < 0 || !file.endsWith("\n")) {
      throw new Damaged(where + " is no signed note");
    }
    List<Line> lines = new ArrayList<>();
    for (String line : file.substring(blank + 2).split("\n")) {
      String[] parts = line.split(" ", -1);
      if (parts.length != 3 || !parts[0].equals(DASH.strip()) || !isName(parts[1])) {
        throw new Damaged(where + ": signature line " + (lines.size() + 1) + " is none");
      }
      lines.add(new Line(parts[1], Base64Text.decode(parts[2], where)));
    }
    return new Note(file.substring(0, blank + 1), lines);
  }

  /** Whether a key can have this name. */
  public static boolean isName(String name) {
    return name.matches("(?U)[^\\s+\\p{Cntrl}]{1,200}");
  }
}
