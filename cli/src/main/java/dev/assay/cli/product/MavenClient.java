package dev.assay.cli.product;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Maven artifacts through {@code mvn dependency:copy}; purl qualifiers {@code type} and {@code
 * classifier} select the file.
 */
record MavenClient() implements Client {
  /** Behind the goal that failed, before a pointer to Maven's help. */
  private static final Pattern SAYS =
      Pattern.compile(
          "\\[ERROR\\] (?:Failed to execute goal .*? on project \\S+: )?(.+?)(?: -> \\[Help .*)?$");

  @Override
  public String name() {
    return "mvn";
  }

  @Override
  public void fetch(Purl purl, Path folder) throws BadProduct {
    if (purl.version().isEmpty()) {
      throw new BadProduct("a Maven package needs a version: pkg:maven/GROUP/NAME@VERSION");
    }
    String type = purl.qualifier("type").isEmpty() ? "jar" : purl.qualifier("type");
    String classifier = purl.qualifier("classifier");
    String artifact =
        String.join(":", purl.namespace(), purl.name(), purl.version(), type)
            + (classifier.isEmpty() ? "" : ":" + classifier);
    Ended ended =
        Client.run(
            folder,
            List.of(
                "mvn",
                "-B",
                "-q",
                "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
                "-Dartifact=" + artifact,
                "-DoutputDirectory=" + folder.toAbsolutePath()));
    if (ended.status() != 0) {
      throw new BadProduct("mvn cannot get " + artifact + ": " + ended.reason(SAYS));
    }
  }
}
