package dev.assay.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Seeds for {@code ./fuzz}: what tests compare others with. A test run with the system property
 * {@code assay.seeds}, a folder, leaves them there for all fuzz targets of this module.
 */
final class Seeds {
  /** Larger ones would make every execution slow. */
  private static final int LARGEST = 64 << 10;

  private static final List<String> PACKAGES =
      List.of(
          "dev.assay.compare.change", "dev.assay.compare.change.media", "dev.assay.compare.normal");

  private Seeds() {}

  /** Leaves a content for the fuzz targets, if seeds are wanted. */
  static byte[] plant(byte[] content) {
    String folder = System.getProperty("assay.seeds", "");
    if (!folder.isEmpty() && content.length > 0 && content.length <= LARGEST) {
      PACKAGES.forEach(each -> write(Path.of(folder, each), content));
    }
    return content;
  }

  private static void write(Path seeds, byte[] content) {
    CRC32 name = new CRC32();
    name.update(content);
    try {
      Files.createDirectories(seeds);
      Files.write(seeds.resolve(Long.toHexString(name.getValue())), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
