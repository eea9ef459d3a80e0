package dev.assay.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.model.ProgramFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Libraries of Android as their makers publish them, and the compiler that makes them into apps;
 * tests that ask for them are skipped where they cannot be fetched.
 */
final class PublishedSdks {
  private static final String COMPILER = "com.android.tools:r8:9.5.28";

  private final Path directory;

  private PublishedSdks(Path directory) {
    this.directory = directory;
  }

  /** The libraries' Maven coordinates, by their ids. */
  static Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    ProgramFile.rows(PublishedSdks.class, "published-sdks.tsv")
        .forEach(row -> all.put(row.get(0), row.get(1)));
    return all;
  }

  static PublishedSdks fetchedInto(Path directory) throws IOException, InterruptedException {
    String wanted =
        all().values().stream()
            .map(each -> dependency(each, "aar"))
            .collect(Collectors.joining("\n"));
    Files.writeString(
        directory.resolve("pom.xml"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>test</groupId><artifactId>sdks</artifactId><version>1</version>
          <repositories>
            <repository><id>google</id><url>https://maven.google.com</url></repository>
          </repositories>
          <dependencies>
        """
            + wanted
            + dependency(COMPILER, "jar")
            + "</dependencies></project>\n");
    Path maven = Path.of("..", "mvnw").toAbsolutePath().normalize();
    assumeTrue(Files.isExecutable(maven), "Maven is there");
    run(
        directory,
        List.of(
            maven.toString(),
            "-B",
            "-q",
            "-f",
            directory.resolve("pom.xml").toString(),
            "dependency:copy-dependencies",
            "-DoutputDirectory=" + directory));
    return new PublishedSdks(directory);
  }

  private static String dependency(String coordinates, String type) {
    String[] words = coordinates.split(":");
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>"
            .formatted(words[0], words[1], words[2])
        + "<type>%s</type><exclusions><exclusion><groupId>*</groupId>".formatted(type)
        + "<artifactId>*</artifactId></exclusion></exclusions></dependency>\n";
  }

  Path file(String coordinates, String type) {
    String[] words = coordinates.split(":");
    return directory.resolve(words[1] + "-" + words[2] + "." + type);
  }

  /** Makes executables {@code classes.dex}, {@code classes2.dex} … of archives of classes. */
  List<Path> compiled(List<Path> archives) throws IOException, InterruptedException {
    Path out = Files.createDirectories(directory.resolve("dex"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                file(COMPILER, "jar").toString(),
                "com.android.tools.r8.D8",
                "--min-api",
                "26",
                "--no-desugaring",
                "--output",
                out.toString()));
    archives.forEach(each -> command.add(each.toString()));
    run(directory, command);
    try (var files = Files.list(out)) {
      return files.sorted().toList();
    }
  }

  private static void run(Path directory, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    int status =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    assumeTrue(status == 0, command.getFirst() + " works");
  }
}
