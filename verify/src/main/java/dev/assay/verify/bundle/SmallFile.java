package dev.assay.verify.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that has no reason to be large. */
public final class SmallFile {
  private SmallFile() {}

  /**
   * The whole file.
   *
   * @param max bytes
   * @throws Damaged if it is longer
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  public static byte[] read(Path file, int max) throws IOException, Damaged {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(max + 1);
      if (bytes.length > max) {
        throw new Damaged(file.getFileName() + " is longer than " + max + " bytes");
      }
      return bytes;
    }
  }
}
