package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --json} gives is what people are shown. */
class ForProgramsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;

  private static JsonNode json(String... arguments) throws IOException {
    Ran ran = CommandLine.run(arguments);
    assertThat(ran.status()).as(ran.err()).isZero();
    return JSON.readTree(ran.out());
  }

  @Test
  void theListHasTheSameCasesAndPlannedTests() throws IOException {
    List<String> shown =
        CommandLine.run("catalogue", "list", "--profile", "base-station")
            .out()
            .lines()
            .map(line -> line.split(" +")[2])
            .toList();
    JsonNode list = json("catalogue", "list", "--profile", "base-station", "--json");
    List<String> ids = new ArrayList<>();
    list.get("cases").forEach(test -> ids.add(test.get("id").asText()));
    list.get("planned").forEach(test -> ids.add(test.get("id").asText()));
    assertThat(ids).isEqualTo(shown);
    assertThat(list.get("profile").asText()).isEqualTo("base-station");
  }

  @Test
  void aCaseIsTheSameInTheListAndAlone() throws IOException {
    JsonNode alone = json("catalogue", "show", "--json", "ACCOUNT-DEFAULT-PASSWORD");
    JsonNode list = json("catalogue", "list", "--kind", "account-set", "--json");
    assertThat(list.get("cases")).contains(alone);
    String shown = CommandLine.run("catalogue", "show", "ACCOUNT-DEFAULT-PASSWORD").out();
    for (String field : List.of("title", "expect", "because", "mitigate", "sha256")) {
      assertThat(shown).contains(alone.get(field).asText());
    }
    assertThat(alone.at("/measured/flawed/all").asInt()).isPositive();
  }

  @Test
  void aPlannedTestSaysWhatItNeeds() throws IOException {
    JsonNode test = json("catalogue", "show", "--json", "3GPP-33.117-4.4.2");
    assertThat(test.get("needs")).extracting(JsonNode::asText).containsExactly("live target");
  }

  @Test
  void everyKindHasItsFacts() throws IOException {
    JsonNode kinds = json("catalogue", "kinds", "--json");
    assertThat(kinds.findValuesAsText("kind")).contains("ssh-server", "android-package");
    for (JsonNode kind : kinds) {
      assertThat(kind.get("facts")).as(kind.get("kind").asText()).isNotEmpty();
    }
  }

  @Test
  void aPlanIsThatOfTheBundle() throws IOException {
    Path product = Files.createDirectories(directory.resolve("product/etc/ssh"));
    Files.writeString(product.resolve("sshd_config"), "PermitRootLogin yes\n");
    String path = directory.resolve("product").toString();
    Path bundle = directory.resolve("bundle");
    CommandLine.run(
        "evaluate",
        path,
        "--profile",
        "base-station",
        "--cache",
        "off",
        "--out",
        bundle.toString());
    JsonNode plan = json("plan", path, "--profile", "base-station", "--cache", "off", "--json");
    List<String> entries = new ArrayList<>();
    for (JsonNode component : plan.get("components")) {
      for (JsonNode test : component.get("tests")) {
        entries.add(test.get("test").asText() + " " + component.get("id").asText());
      }
    }
    for (JsonNode test : plan.get("planned")) {
      entries.add(test.get("id").asText() + " product");
    }
    List<String> inBundle = new ArrayList<>();
    for (String line : Files.readAllLines(bundle.resolve("plan.jsonl"))) {
      JsonNode entry = JSON.readTree(line);
      inBundle.add(entry.get("test").asText() + " " + entry.get("component").asText());
    }
    assertThat(entries).containsExactlyInAnyOrderElementsOf(inBundle);
  }
}
