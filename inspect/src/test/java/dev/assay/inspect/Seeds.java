package dev.assay.inspect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Seeds for {@code ./fuzz}: the files that the tests of inspectors make. A test run with the system
 * property {@code assay.seeds}, a folder, leaves them there: what has a place in a product in
 * {@link #PLACED}, under a name that tells the place, and everything in a folder for each package
 * of tests.
 */
public final class Seeds {
  /** The folder of those that have a place; {@link SeedsOfTargets} deals them out. */
  static final String PLACED = "placed";

  /** Stands for a slash in the names of its files. */
  static final char SLASH = '!';

  /** Larger ones would make every execution slow. */
  private static final int LARGEST = 64 << 10;

  private static final int LONGEST_PLACE = 200;

  /** Tests that change the seeds of targets, or make files up, by the thousands. */
  private static final Set<Class<?>> AT_RANDOM =
      Set.of(AnySourceFileTest.class, DamagedSeedsTest.class);

  /** What a target is given to find out where it puts it. */
  static final byte[] ASKED = {'w', 'h', 'e', 'r', 'e', '?'};

  /** The places where it was put. */
  static final Set<String> ANSWERED = new TreeSet<>();

  private Seeds() {}

  /** Leaves a file for the fuzz targets of inspectors that read its place, if seeds are wanted. */
  public static byte[] plant(String place, byte[] content) {
    if (Arrays.equals(content, ASKED)) {
      synchronized (ANSWERED) {
        ANSWERED.add(place);
      }
    }
    if (wanted(content) && place.length() <= LONGEST_PLACE && place.indexOf(SLASH) < 0) {
      ofATest(content, PLACED, SLASH + place.replace('/', SLASH));
    }
    return plant(content);
  }

  /** Leaves a file for the fuzz targets beside the test that is running, if seeds are wanted. */
  public static byte[] plant(byte[] content) {
    if (wanted(content)) {
      ofATest(content, "", "");
    }
    return content;
  }

  private static String folder() {
    return System.getProperty("assay.seeds", "");
  }

  private static boolean wanted(byte[] content) {
    return !folder().isEmpty() && content.length > 0 && content.length <= LARGEST;
  }

  private static void ofATest(byte[] content, String kind, String ending) {
    StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getDeclaringClass)
                    .filter(Seeds::isTest)
                    .findFirst())
        .ifPresent(
            test ->
                write(
                    Path.of(folder(), kind.isEmpty() ? test.getPackageName() : kind),
                    ending,
                    content));
  }

  private static boolean isTest(Class<?> type) {
    String name = type.getName();
    return name.startsWith("dev.assay.")
        && name.endsWith("Test")
        && !name.endsWith("FuzzTest")
        && !AT_RANDOM.contains(type);
  }

  private static void write(Path seeds, String ending, byte[] content) {
    CRC32 name = new CRC32();
    name.update(content);
    try {
      Files.createDirectories(seeds);
      Files.write(seeds.resolve(Long.toHexString(name.getValue()) + ending), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
