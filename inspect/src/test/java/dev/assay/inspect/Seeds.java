package dev.assay.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * Seeds for {@code ./fuzz}: the files that the tests of inspectors make. A test run with the system
 * property {@code assay.seeds}, a folder, leaves them there, in a folder for each package of tests,
 * whose fuzz targets begin with them.
 */
public final class Seeds {
  /** Larger ones would make every execution slow. */
  private static final int LARGEST = 64 << 10;

  private Seeds() {}

  /** Leaves a file for the fuzz targets beside the test that is running, if seeds are wanted. */
  public static byte[] plant(byte[] content) {
    String folder = System.getProperty("assay.seeds", "");
    if (!folder.isEmpty() && content.length > 0 && content.length <= LARGEST) {
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
          .walk(
              frames ->
                  frames
                      .map(StackWalker.StackFrame::getDeclaringClass)
                      .filter(Seeds::isTest)
                      .findFirst())
          .ifPresent(test -> write(Path.of(folder, test.getPackageName()), content));
    }
    return content;
  }

  private static boolean isTest(Class<?> type) {
    String name = type.getName();
    return name.startsWith("dev.assay.") && name.endsWith("Test") && !name.endsWith("FuzzTest");
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
