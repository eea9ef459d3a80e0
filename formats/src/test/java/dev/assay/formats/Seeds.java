package dev.assay.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * Seeds for {@code ./fuzz}: the samples that tests forge or have the real writers make, so that
 * none is kept as a binary file. A test run with the system property {@code assay.seeds}, a folder,
 * leaves them there, in a folder for each package of formats.
 */
public final class Seeds {
  /** Larger ones would make every execution slow. */
  private static final int LARGEST = 640 << 10;

  private Seeds() {}

  /**
   * Leaves the sample for the fuzz targets of the format's package, if seeds are wanted, and as
   * {@link Blocks} describes it for the targets that work on blocks.
   */
  public static void plant(Format format, byte[] sample) {
    String ofPackage = format.getClass().getPackageName();
    plant(ofPackage, sample);
    plant(ofPackage + ".blocks", Blocks.condensed(sample));
  }

  /** Leaves the sample for the fuzz targets of a package, if seeds are wanted. */
  public static void plant(String ofPackage, byte[] sample) {
    String folder = System.getProperty("assay.seeds", "");
    if (folder.isEmpty() || sample.length == 0 || sample.length > LARGEST) {
      return;
    }
    CRC32 name = new CRC32();
    name.update(sample);
    try {
      Path seeds = Files.createDirectories(Path.of(folder, ofPackage));
      Files.write(seeds.resolve(Long.toHexString(name.getValue())), sample);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
