package dev.assay.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.named.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every reader has a fuzz target; a new one without fails here. */
class FuzzTargetsTest {
  private static final Path MAIN = Path.of("src/main/java/dev/assay/formats");
  private static final Path TEST = Path.of("src/test/java/dev/assay/formats");

  /** Packages that read nothing on their own, and the target that goes through them. */
  private static final Map<String, String> WITHIN =
      Map.of(
          "arm64", "FormatsFuzzTest",
          "codec", "lha/LhaFuzzTest",
          "inodes", "ext/ExtFuzzTest",
          "kernel", "zimage/ZImageFuzzTest",
          "named", "FormatsFuzzTest",
          "parts", "vendor/VendorHeadersFuzzTest",
          "virtualdisk", "vhd/VhdFuzzTest");

  @Test
  void everyPackageOfReadersHasATarget() {
    TreeSet<String> without = new TreeSet<>();
    for (String name : packages()) {
      boolean own = Files.isDirectory(TEST.resolve(name)) && !targets(TEST.resolve(name)).isEmpty();
      boolean within =
          WITHIN.containsKey(name) && Files.exists(TEST.resolve(WITHIN.get(name) + ".java"));
      if (own == within) {
        without.add(name);
      }
    }
    assertThat(without).as("packages with neither or both a target and a place above").isEmpty();
  }

  /** A package may have several formats; each is to be named by a target beside it. */
  @Test
  void everyFormatIsReadByATarget() {
    Map<String, String> sources = new TreeMap<>();
    for (String name : packages()) {
      if (Files.isDirectory(TEST.resolve(name))) {
        sources.put(name, String.join("\n", targets(TEST.resolve(name))));
      }
    }
    List<String> unread =
        Stream.concat(Formats.all().stream(), Formats.layouts().stream())
            .filter(format -> !(format instanceof Named))
            .map(Object::getClass)
            .filter(
                type -> {
                  String name = type.getPackageName().substring("dev.assay.formats.".length());
                  String made = type.isEnum() ? "" : "new ";
                  String named = made + type.getSimpleName() + (type.isEnum() ? "." : "(");
                  return !WITHIN.containsKey(name)
                      && !sources.getOrDefault(name, "").contains(named);
                })
            .map(Class::getSimpleName)
            .distinct()
            .sorted()
            .toList();
    assertThat(unread).isEmpty();
  }

  private static List<String> packages() {
    try (Stream<Path> folders = Files.list(MAIN)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sources of the classes in a folder that have a target. */
  private static List<String> targets(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(FuzzTargetsTest::text)
          .filter(source -> source.contains("  @FuzzTest\n"))
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
