package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Package clients that do not find a package: programs of their names say what these say then. */
class FetchFailuresTest {
  @TempDir Path directory;

  @Test
  void npmSaysThatThereIsNoSuchVersion() throws Exception {
    assertThat(
            failure(
                "npm",
                "pkg:npm/zigbee2mqtt@1.33.1",
                """
                npm error code ETARGET
                npm error notarget No matching version found for zigbee2mqtt@1.33.1.
                npm error notarget In most cases you are requesting a version that doesn't exist.
                """))
        .isEqualTo(
            "assay: npm cannot get zigbee2mqtt@1.33.1: No matching version found for zigbee2mqtt@1.33.1.");
  }

  @Test
  void theScopeOfAnNpmPackageNeedNotBeEncoded() throws Exception {
    for (String purl : List.of("pkg:npm/@none/none@1", "pkg:npm/%40none/none@1")) {
      assertThat(failure("npm", purl, ""))
          .isEqualTo("assay: npm cannot get @none/none@1: exit status 7");
    }
  }

  @Test
  void mavenSaysThatThereIsNoSuchArtifact() throws Exception {
    assertThat(
            failure(
                "mvn",
                "pkg:maven/org.none/none@1",
                "[ERROR] Failed to execute goal org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
                    + " (default-cli) on project standalone-pom: Unable to find/resolve artifact. Could not"
                    + " find artifact org.none:none:jar:1 in central -> [Help 1]\n[ERROR] \n"))
        .isEqualTo(
            "assay: mvn cannot get org.none:none:1:jar: Unable to find/resolve artifact."
                + " Could not find artifact org.none:none:jar:1 in central");
  }

  @Test
  void aptSaysThatThereIsNoSuchPackage() throws Exception {
    assertThat(
            failure(
                "apt-get",
                "pkg:deb/debian/no-such-package",
                "Reading package lists...\nE: Unable to locate package no-such-package\n"))
        .isEqualTo(
            "assay: apt-get cannot download no-such-package: Unable to locate package no-such-package");
  }

  @Test
  void aClientThatSaysNothingIsToldByItsStatus() throws Exception {
    assertThat(failure("npm", "pkg:npm/none@1", ""))
        .isEqualTo("assay: npm cannot get none@1: exit status 7");
  }

  /** The last line on standard error, in a process of its own that finds the client first. */
  private String failure(String client, String purl, String output)
      throws IOException, InterruptedException {
    Path said = Files.writeString(directory.resolve("said"), output);
    Path bin = Files.createDirectories(directory.resolve("bin"));
    Path program = bin.resolve(client);
    Files.writeString(program, "#!/bin/sh\ncat '" + said + "' >&2\nexit 7\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path errors = directory.resolve("errors");
    ProcessBuilder assay =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path", ""),
                "dev.assay.cli.Main",
                "evaluate",
                purl,
                "--out",
                directory.resolve("out").toString())
            .redirectError(errors.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    assay.environment().put("PATH", bin + ":" + System.getenv("PATH"));
    assay.environment().put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    assertThat(assay.start().waitFor()).isEqualTo(2);
    List<String> lines = Files.readAllLines(errors);
    assertThat(lines).hasSizeLessThanOrEqualTo(2);
    return lines.getLast();
  }
}
