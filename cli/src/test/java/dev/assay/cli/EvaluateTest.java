package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.forge.AndroidForge;
import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, from outside. */
class EvaluateTest {
  @TempDir Path directory;

  private Path product;

  @BeforeEach
  void product() throws IOException {
    product = Files.createDirectories(directory.resolve("product"));
    write("etc/passwd", "root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1::/:/bin/false\n");
    write("etc/ssh/sshd_config", "# ssh\nPermitRootLogin yes\n");
    write("boot/cmdline.txt", "console=ttyS0 init=/bin/sh\n");
    write("boot/config-6.1.0", "CONFIG_X86=y\n# CONFIG_RANDOMIZE_BASE is not set\n");
    write(
        "var/lib/dpkg/status",
        "Package: openssl\nStatus: install ok installed\nVersion: 1.1.1w-0+deb11u1\nArchitecture: armhf\nMaintainer: x <x@example.org>\n");
    Files.createDirectories(product.resolve("bin"));
  }

  private void write(String path, String text) throws IOException {
    Path file = product.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Ran evaluate(String bundle, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "evaluate",
                product.toString(),
                "--out",
                directory.resolve(bundle).toString(),
                "--as-of",
                "2026-11-23",
                "--cache",
                "off"));
    arguments.addAll(List.of(more));
    return CommandLine.run(arguments.toArray(String[]::new));
  }

  /** Contents of all files but the one that may differ between runs. */
  private TreeMap<String, String> files(String bundle) throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> listed = Files.list(directory.resolve(bundle))) {
      for (Path file : listed.toList()) {
        if (!file.endsWith("run.json")) {
          files.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return files;
  }

  @Test
  void aProductThatBootsIntoAShellIsRejectedWithTheLine() throws IOException {
    Ran ran = evaluate("b");
    assertThat(ran.status()).as(ran.err()).isEqualTo(1);
    assertThat(ran.out()).contains("REJECTED", "BOOT-ARGUMENT-INIT-BIN-SH", "boot/cmdline.txt:1");
    assertThat(files("b").get("evaluation.json")).contains("\"decision\":\"REJECTED\"");
  }

  @Test
  void theSameProductGivesTheSameBytesWhateverThreadsLocaleAndZone() throws IOException {
    evaluate(
        "one", "--jobs", "1", "--report", "sarif", "--report", "junit", "--report", "cyclonedx");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.of("tr", "TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      evaluate(
          "two", "--jobs", "7", "--report", "sarif", "--report", "junit", "--report", "cyclonedx");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(files("two")).isEqualTo(files("one"));
  }

  @Test
  void aBundleVerifiesAgainstItsProductAndNotAgainstAnother() throws IOException {
    evaluate("b");
    String bundle = directory.resolve("b").toString();
    assertThat(CommandLine.run("verify", bundle).status()).isZero();
    Ran replayed = CommandLine.run("verify", bundle, product.toString());
    assertThat(replayed.out()).contains("VERIFIED");
    assertThat(replayed.status()).isZero();
    write("boot/cmdline.txt", "console=ttyS0\n");
    Ran other = CommandLine.run("verify", bundle, product.toString());
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.out()).contains("NOT VERIFIED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluation.json",
        "artifacts.jsonl",
        "components.jsonl",
        "facts.jsonl",
        "risks.jsonl",
        "plan.jsonl",
        "verdicts.jsonl"
      })
  void aChangedByteInAnyFileIsFound(String file) throws IOException {
    evaluate("b");
    Path path = directory.resolve("b").resolve(file);
    String text = Files.readString(path);
    int digit = text.replaceFirst("(?s)^(.*?)[0-9].*", "$1").length();
    char other = text.charAt(digit) == '1' ? '2' : '1';
    Files.writeString(path, text.substring(0, digit) + other + text.substring(digit + 1));
    assertThat(CommandLine.run("verify", directory.resolve("b").toString()).status()).isEqualTo(1);
  }

  @Test
  void aRemovedVerdictIsFound() throws IOException {
    evaluate("b");
    Path path = directory.resolve("b/verdicts.jsonl");
    List<String> lines = Files.readAllLines(path);
    Files.write(path, lines.subList(1, lines.size()));
    Ran ran = CommandLine.run("verify", directory.resolve("b").toString());
    assertThat(ran.out()).contains("planned, but there is no verdict");
    assertThat(ran.status()).isEqualTo(1);
  }

  @Test
  void aWaiverTakesAFailureOutOfTheGateUntilItExpires() throws IOException {
    Path waivers =
        Files.writeString(
            directory.resolve("waivers.yaml"),
            "waivers:\n  - { test: '*', component: '*', reason: lab unit, by: A. Person, expires: 2026-11-23 }\n");
    assertThat(evaluate("b", "--waivers", waivers.toString()).status()).isZero();
    Ran late = evaluate("c", "--waivers", waivers.toString(), "--as-of", "2026-11-24");
    assertThat(late.status()).isEqualTo(2); // --as-of given twice
    Ran expired =
        CommandLine.run(
            "evaluate",
            product.toString(),
            "--out",
            directory.resolve("d").toString(),
            "--waivers",
            waivers.toString(),
            "--as-of",
            "2026-11-24");
    assertThat(expired.status()).isEqualTo(1);
  }

  @Test
  void aProductOfWhichNothingWasTestedIsRejected() throws IOException {
    Path text = Files.writeString(directory.resolve("notes.txt"), "nothing to see here\n");
    Ran ran =
        CommandLine.run(
            "evaluate",
            text.toString(),
            "--out",
            directory.resolve("b").toString(),
            "--cache",
            "off");
    assertThat(ran.status()).as(ran.out()).isEqualTo(1);
    assertThat(ran.out()).contains("REJECTED", "nothing was tested");
  }

  @Test
  void anAppInAnArchiveIsTestedAsAnApp() throws IOException {
    byte[] app = new AndroidForge().make(Map.of("application", Map.of("debuggable", true)));
    Path archive = directory.resolve("release.zip");
    Files.write(
        archive,
        Zipped.zip(
            Map.of("README.md", "an app\n".getBytes(StandardCharsets.UTF_8), "apks/app.apk", app)));
    Ran ran =
        CommandLine.run(
            "evaluate",
            archive.toString(),
            "--out",
            directory.resolve("b").toString(),
            "--cache",
            "off");
    assertThat(ran.out()).contains("profile smartphone", "APK-DEBUGGABLE");
    assertThat(ran.status()).as(ran.out()).isEqualTo(1);
  }

  @Test
  void anAppThatNpmPublishesIsTestedAsOne() throws IOException {
    byte[] app = new AndroidForge().make(Map.of());
    byte[] described = "{\"name\":\"app\",\"version\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);
    Path published = directory.resolve("published.zip");
    Files.write(
        published,
        Zipped.zip(Map.of("package/package.json", described, "package/apks/app.apk", app)));
    assertThat(evaluated(published)).contains("profile smartphone");
    Path server = directory.resolve("server.zip");
    Files.write(
        server,
        Zipped.zip(Map.of("opt/server/package.json", described, "opt/server/app.apk", app)));
    assertThat(evaluated(server)).contains("profile linux-device");
  }

  @Test
  void namesTheProfileThatWouldTestMore() throws IOException {
    Path app = directory.resolve("app.apk");
    Files.write(app, new AndroidForge().make(Map.of()));
    assertThat(evaluated(app, "--profile", "linux-device"))
        .contains("Hint    --profile smartphone has test cases for android-code, android-manifest");
    assertThat(evaluated(app)).contains("profile smartphone").doesNotContain("Hint");
    Path settings = directory.resolve("root/etc/ssh/sshd_config");
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "PermitRootLogin yes\n");
    assertThat(evaluated(directory.resolve("root"), "--profile", "smartphone"))
        .containsPattern("Hint    --profile linux-device has test cases for [a-z, -]*ssh-server")
        .doesNotContain("--profile base-station");
  }

  /** What stands on the terminal. */
  private String evaluated(Path product, String... more) {
    List<String> arguments = new ArrayList<>(List.of("evaluate", product.toString()));
    arguments.addAll(List.of("--cache", "off", "--out", directory.resolve("hinted").toString()));
    arguments.addAll(List.of(more));
    return CommandLine.run(arguments.toArray(String[]::new)).out();
  }

  @Test
  void aDeclarationIsHeldAgainstWhatTheAppDoes() throws IOException {
    Path app = directory.resolve("app.apk");
    List<String> calls = List.of("android.location.LocationManager.getLastKnownLocation:");
    Files.write(app, new AndroidForge().make(Map.of("code", Map.of("calls", calls))));
    Path silent = Files.writeString(directory.resolve("silent.yaml"), "app: test.control\n");
    Path telling =
        Files.writeString(
            directory.resolve("telling.yaml"),
            "app: test.control\ndata: [ { type: precise-location, collected: true } ]\n");
    Path export =
        Files.writeString(
            directory.resolve("export.csv"),
            "Question ID,Response ID,Response value\n"
                + "PSL_DATA_TYPES_LOCATION,PSL_PRECISE_LOCATION,TRUE\n"
                + "PSL_DATA_USAGE_RESPONSES:PSL_PRECISE_LOCATION:PSL_DATA_USAGE_COLLECTION_AND_SHARING,"
                + "PSL_DATA_USAGE_ONLY_COLLECTED,TRUE\n");
    assertThat(ofLocation(app, "none")).contains("\"INCONCLUSIVE\"");
    assertThat(ofLocation(app, "silent", "--privacy", silent.toString())).contains("\"FAIL\"");
    assertThat(ofLocation(app, "told", "--privacy", telling.toString())).contains("\"PASS\"");
    assertThat(ofLocation(app, "play", "--privacy", export.toString())).contains("\"PASS\"");
  }

  /** The line of the verdict on one use of the location. */
  private String ofLocation(Path app, String bundle, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("evaluate", app.toString(), "--out", directory.resolve(bundle).toString()));
    arguments.addAll(List.of("--cache", "off"));
    arguments.addAll(List.of(more));
    assertThat(CommandLine.run(arguments.toArray(String[]::new)).out())
        .contains("profile smartphone");
    return files(bundle)
        .get("verdicts.jsonl")
        .lines()
        .filter(line -> line.contains("APP-DATA-LOCATION-MANAGER-GET-LAST-KNOWN-LOCATION"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLinkThatTheUserNamesIsFollowed() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("current.img"), product);
    Ran ran = CommandLine.run("inspect", link.toString(), "--tree");
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("current.img", "sshd_config");
    Path image = Files.writeString(directory.resolve("v1.img"), "setting = 1\n");
    Path latest = Files.createSymbolicLink(directory.resolve("latest.img"), image);
    Ran file =
        CommandLine.run("evaluate", latest.toString(), "--out", directory.resolve("l").toString());
    assertThat(file.out()).contains("latest.img", "12 B").doesNotContain("cannot be read");
  }

  @Test
  void wrongUsageIsOneLineAndExitStatusTwo() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty.img"));
    for (String[] wrong :
        List.of(
            new String[] {"evaluate", "/nonexistent.img"},
            new String[] {"evaluate", empty.toString()},
            new String[] {"evaluate"},
            new String[] {"evaluate", product.toString(), "--profile", "nonsense"},
            new String[] {"evaluate", product.toString(), "--report", "pdf"},
            new String[] {"evaluate", product.toString(), "--jobs", "0"},
            new String[] {"evaluate", product.toString(), "--as-of", "soon"},
            new String[] {"evaluate", "pkg:gem/rails@1"},
            new String[] {"evaluate", "pkg:nonsense"},
            new String[] {"verify", "/nonexistent"},
            new String[] {"catalogue", "show", "NO-SUCH-CASE"},
            new String[] {"nonsense"})) {
      Ran ran = CommandLine.run(wrong);
      assertThat(ran.status()).as(String.join(" ", wrong) + ran.err()).isEqualTo(2);
      assertThat(ran.err().lines()).as(ran.err()).hasSize(1);
      assertThat(ran.err()).startsWith("assay: ");
    }
  }

  @Test
  void aDirectoryThatIsNotABundleIsNotReplaced() throws IOException {
    Path precious = Files.createDirectories(directory.resolve("precious"));
    Files.writeString(precious.resolve("thesis.txt"), "words");
    Ran ran = CommandLine.run("evaluate", product.toString(), "--out", precious.toString());
    assertThat(ran.status()).isEqualTo(2);
    assertThat(Files.readString(precious.resolve("thesis.txt"))).isEqualTo("words");
  }

  @Test
  void aTruncatedArchiveIsEvaluatedAndSaysWhatIsMissing() throws IOException {
    byte[] gzip = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3};
    Files.write(directory.resolve("broken.img.gz"), gzip);
    Ran ran =
        CommandLine.run(
            "evaluate",
            directory.resolve("broken.img.gz").toString(),
            "--out",
            directory.resolve("b").toString());
    assertThat(ran.status()).as(ran.err()).isIn(0, 1);
    assertThat(files("b").get("artifacts.jsonl")).contains("\"problems\":[{\"code\":\"gzip.");
  }

  @Test
  void theCatalogueExplainsItsCases() {
    assertThat(CommandLine.run("catalogue", "list").out())
        .contains("KERNEL-ENABLED-CONFIG_RANDOMIZE_BASE");
    assertThat(CommandLine.run("catalogue", "show", "BOOT-ARGUMENT-INIT-BIN-SH").out())
        .contains("Because", "Mitigation", "3gpp:33.117");
    assertThat(CommandLine.run("catalogue", "kinds").out()).contains("boot-arguments");
  }

  @Test
  void aPlanRunsNothing() {
    Ran ran = CommandLine.run("plan", product.toString());
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("boot-arguments", "package");
  }
}
