package dev.assay.feed.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the orders against the tools that make them, where these are installed. */
class NativeToolsTest {
  private static final List<String> PIECES =
      List.of(
          "0",
          "1",
          "2",
          "10",
          "01",
          ".",
          ".",
          "a",
          "b",
          "rc1",
          "p1",
          "~",
          "~rc1",
          "+",
          "+deb11u1",
          "w");

  @Test
  void dpkgSaysTheSame() throws Exception {
    assumeTrue(onPath("dpkg"));
    List<String> pairs = pairs(VersionScheme.DPKG, ":-");
    // One shell for all: a process a pair would take minutes.
    String script =
        "while read -r a b; do if dpkg --compare-versions \"$a\" lt \"$b\"; then echo -1;"
            + " elif dpkg --compare-versions \"$a\" gt \"$b\"; then echo 1; else echo 0; fi; done";
    assertSame(VersionScheme.DPKG, pairs, run(pairs, "sh", "-c", script));
  }

  @Test
  void rpmSaysTheSame() throws Exception {
    assumeTrue(onPath("rpm"));
    List<String> pairs = pairs(VersionScheme.RPM, "^_");
    StringBuilder lua = new StringBuilder("%{lua:");
    for (String pair : pairs) {
      String[] sides = pair.split(" ");
      lua.append("print(rpm.vercmp('")
          .append(sides[0])
          .append("','")
          .append(sides[1])
          .append("')..'\\n')\n");
    }
    assertSame(
        VersionScheme.RPM, pairs, run(List.of(), "rpm", "--eval", lua.append("}").toString()));
  }

  @Test
  void apkSaysTheSame() throws Exception {
    assumeTrue(onPath("apk"));
    List<String> pairs = pairs(VersionScheme.APK, "_r");
    String script = "while read -r a b; do apk version -t \"$a\" \"$b\"; done";
    List<String> signs =
        run(pairs, "sh", "-c", script).stream()
            .map(sign -> sign.equals("<") ? "-1" : sign.equals(">") ? "1" : "0")
            .toList();
    assertSame(VersionScheme.APK, pairs, signs);
  }

  private static void assertSame(VersionScheme scheme, List<String> pairs, List<String> signs) {
    assertThat(signs).hasSameSizeAs(pairs);
    List<String> ours =
        pairs.stream()
            .map(pair -> pair.split(" "))
            .map(sides -> "" + Integer.signum(scheme.compare(sides[0], sides[1])))
            .toList();
    List<String> differences =
        IntStream.range(0, pairs.size())
            .filter(i -> !ours.get(i).equals(signs.get(i)))
            .mapToObj(i -> pairs.get(i) + ": ours " + ours.get(i) + ", theirs " + signs.get(i))
            .toList();
    assertThat(differences).isEmpty();
  }

  /** The same pairs in every run; {@code marks} are the scheme's own separators. */
  private static List<String> pairs(VersionScheme scheme, String marks) {
    Random random = new Random(7);
    List<String> pieces =
        Stream.concat(PIECES.stream(), marks.chars().mapToObj(Character::toString)).toList();
    List<String> pairs = new ArrayList<>();
    while (pairs.size() < 400) {
      String a = version(random, pieces);
      String b = version(random, pieces);
      if (scheme.understands(a) && scheme.understands(b)) {
        pairs.add(a + " " + b);
      }
    }
    return pairs;
  }

  private static String version(Random random, List<String> pieces) {
    StringBuilder version = new StringBuilder("1");
    for (int i = random.nextInt(6); i > 0; i--) {
      version.append(pieces.get(random.nextInt(pieces.size())));
    }
    return version.toString();
  }

  private static boolean onPath(String tool) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  private static List<String> run(List<String> input, String... command)
      throws IOException, InterruptedException {
    // From a file: a tool that reads nothing may end before a pipe is written.
    Path given = Files.createTempFile("pairs", ".txt");
    Files.writeString(given, String.join("\n", input) + "\n");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(given.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Files.delete(given);
    return output.lines().filter(line -> !line.isBlank()).toList();
  }
}
