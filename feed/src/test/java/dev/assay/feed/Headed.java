package dev.assay.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Any bytes behind the head by which a form of document is told; the first byte says which. */
public final class Headed {
  /** Reads a file. */
  public interface Reading {
    void read(Path file, byte[] content) throws IOException;
  }

  private Headed() {}

  public static void read(List<String> heads, byte[] bytes, Reading reading) throws IOException {
    if (bytes.length == 0) {
      return;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        heads.get(Math.floorMod(bytes[0], heads.size())).getBytes(StandardCharsets.UTF_8));
    out.write(bytes, 1, bytes.length - 1);
    Path file = Files.createTempFile("fuzz", ".json");
    try {
      reading.read(file, out.toByteArray());
    } finally {
      Files.delete(file);
    }
  }
}
