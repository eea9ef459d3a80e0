package dev.assay.inspect;

import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The fuzz targets' seeds, damaged in the same sixty ways in every build. */
class DamagedSeedsTest {
  private static final int WAYS = 60;

  @TestFactory
  Stream<DynamicTest> sourceFiles() throws Exception {
    return folders("SourceFileFuzzTestInputs").stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(),
                    () -> {
                      Method target =
                          SourceFileFuzzTest.class.getDeclaredMethod(
                              folder.getFileName().toString(), byte[].class);
                      damage(
                          folder,
                          content -> {
                            try {
                              target.invoke(new SourceFileFuzzTest(), (Object) content);
                            } catch (ReflectiveOperationException e) {
                              throw new AssertionError("with " + Arrays.toString(content), e);
                            }
                          });
                    }));
  }

  @TestFactory
  Stream<DynamicTest> contents() throws Exception {
    return folders("ContentFuzzTestInputs").stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(),
                    () -> damage(folder, ContentFuzzTest::survives)));
  }

  private static List<Path> folders(String name) throws Exception {
    try (Stream<Path> folders = Files.list(resource(name))) {
      return folders.sorted().toList();
    }
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(DamagedSeedsTest.class.getResource(name)).toURI());
  }

  private static void damage(Path folder, Consumer<byte[]> target) throws Exception {
    Random random = new Random(42);
    try (Stream<Path> seeds = Files.list(folder)) {
      for (Path seed : seeds.sorted().toList()) {
        byte[] whole = Files.readAllBytes(seed);
        for (int i = 0; i < WAYS; i++) {
          target.accept(damaged(whole, i, random));
        }
      }
    }
  }

  private static byte[] damaged(byte[] whole, int way, Random random) {
    if (way % 4 == 0) {
      return Arrays.copyOf(whole, whole.length * way / WAYS);
    }
    byte[] damaged = whole.clone();
    if (way % 4 == 1) { // a run of bytes stands elsewhere, too
      int from = random.nextInt(damaged.length);
      int to = random.nextInt(damaged.length);
      int length = Math.min(1 + random.nextInt(60), damaged.length - Math.max(from, to));
      System.arraycopy(whole, from, damaged, to, length);
      return damaged;
    }
    byte[] signs = "=:\"'\\\n\0{}[]()%$#*-+,; \t09aZ\u00FF".getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i <= random.nextInt(10); i++) {
      damaged[random.nextInt(damaged.length)] = signs[random.nextInt(signs.length)];
    }
    return damaged;
  }
}
