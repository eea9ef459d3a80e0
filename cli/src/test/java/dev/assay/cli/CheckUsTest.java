package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page that tells outsiders how to check us: its commands, one after the other, in an empty
 * folder, and what they print. Digests and numbers may be others.
 */
class CheckUsTest {
  private static final Path PAGE = Path.of("../docs/check-us.md");
  private static final Pattern FENCE = Pattern.compile("```(\\w*)");
  private static final Pattern VARIES = Pattern.compile("[0-9a-f]{8}…|[0-9a-f]{64}|[0-9]+");

  @TempDir Path dir;

  /** Text between fences. */
  private record Block(String language, String text, int line) {}

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    String language = "";
    int start = 0;
    int number = 0;
    for (String line : Files.readAllLines(PAGE)) {
      number++;
      Matcher fence = FENCE.matcher(line);
      if (fence.matches() && start == 0) {
        language = fence.group(1);
        start = number;
      } else if (fence.matches()) {
        blocks.add(new Block(language, text.toString(), start));
        text.setLength(0);
        start = 0;
      } else if (start > 0) {
        text.append(line).append('\n');
      }
    }
    return blocks;
  }

  @Test
  void everyCommandWorksFromACleanState() throws Exception {
    for (String tool : List.of("bash", "openssl", "jq", "python3", "sha256sum")) {
      assumeTrue(isInstalled(tool), tool + " is not installed");
    }
    program();
    Files.createSymbolicLink(dir.resolve("verify"), Path.of("../verify").toRealPath());
    int ran = 0;
    String said = "";
    for (Block block : blocks()) {
      switch (block.language()) {
        case "sh" -> {
          said = isWithin(block) ? run(block) : "";
          ran++;
        }
        case "python" -> Files.writeString(dir.resolve("root.py"), block.text());
        case "yaml" -> Files.writeString(dir.resolve("two-persons.yaml"), block.text());
        case "json" -> shape(block, new ObjectMapper().readTree(said));
        default -> shown(block, said);
      }
    }
    assertThat(ran).isGreaterThan(15);
  }

  /** Whether the tools of a block are there; only tokens need more than all blocks do. */
  private static boolean isWithin(Block block) {
    return !block.text().contains("softhsm2-util")
        || isInstalled("softhsm2-util")
            && Files.isReadable(Path.of("/usr/lib/softhsm/libsofthsm2.so"));
  }

  private static boolean isInstalled(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }

  /** {@code ./assay} as these classes. */
  private void program() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.writeString(dir.resolve("class-path"), "-cp " + System.getProperty("java.class.path"));
    Path program = dir.resolve("assay");
    Files.writeString(
        program,
        "#!/bin/sh\nexec %s -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED @class-path dev.assay.cli.Main \"$@\"\n"
            .formatted(java));
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  /** What a block prints; a command may say no (1), but not that it could not be done. */
  private String run(Block block) throws Exception {
    return bash(block, block.text());
  }

  private String bash(Block block, String script) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                "bash",
                "-c",
                "trap 'status=$?; [ $status -le 1 ] || { echo \"$BASH_COMMAND: $status\"; exit 9; }' ERR\n"
                    + script)
            .directory(dir.toFile())
            .redirectErrorStream(true);
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    builder.environment().merge("PATH", bin + ":", (path, first) -> first + path);
    builder.environment().put("XDG_CACHE_HOME", dir.resolve("cache").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("line " + block.line() + ": " + said).isBetween(0, 1);
    return said;
  }

  /** Every line that the page shows was printed. */
  private void shown(Block block, String said) throws Exception {
    if (block.text().startsWith("$ ")) {
      int end = block.text().indexOf('\n');
      String command = block.text().substring(2, end);
      shown(new Block("", block.text().substring(end + 1), block.line()), bash(block, command));
      return;
    }
    if (said.isEmpty()) {
      return;
    }
    for (String line : block.text().lines().toList()) {
      assertThat(said.lines())
          .as("line " + block.line() + " shows `" + line + "`; printed was:\n" + said)
          .anyMatch(pattern(line).asMatchPredicate());
    }
  }

  private static Pattern pattern(String line) {
    Matcher varies = VARIES.matcher(line);
    StringBuilder pattern = new StringBuilder();
    int at = 0;
    while (varies.find()) {
      pattern.append(Pattern.quote(line.substring(at, varies.start()))).append("[0-9a-f]+");
      at = varies.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(line.substring(at))).toString());
  }

  /** Objects have the members that the page shows, and no others. */
  private static void shape(Block block, JsonNode said) throws IOException {
    shape(new ObjectMapper().readTree(block.text()), said, "line " + block.line());
  }

  private static void shape(JsonNode shown, JsonNode said, String where) {
    if (where.endsWith(".measured") && said.isNull()) {
      return; // The case has changed since the last measurement.
    }
    assertThat(said.getNodeType()).as(where).isEqualTo(shown.getNodeType());
    if (shown.isObject() && !where.endsWith("BySeverity") && !where.endsWith("ByReason")) {
      List<String> names = new ArrayList<>();
      shown.fieldNames().forEachRemaining(names::add);
      assertThat(said.fieldNames()).as(where).toIterable().containsExactlyElementsOf(names);
      for (Iterator<Map.Entry<String, JsonNode>> each = shown.fields(); each.hasNext(); ) {
        Map.Entry<String, JsonNode> member = each.next();
        shape(member.getValue(), said.get(member.getKey()), where + "." + member.getKey());
      }
    } else if (shown.isArray() && !shown.isEmpty()) {
      shape(shown.get(0), said.get(0), where + "[0]");
    }
  }
}
