package dev.assay.assess.flaw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.feed.match.Justification;
import dev.assay.feed.match.Match;
import dev.assay.feed.source.Sources;
import dev.assay.feed.store.Feed;
import dev.assay.feed.store.FeedWriter;
import dev.assay.model.Code;
import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Names;
import dev.assay.model.RiskSigns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flaws in functions of Go modules, and the programs that hold these functions or not. */
class GoFlawsTest {
  private static final String ADVISORY =
      """
      {"schema_version":"1.3.1","id":"GO-2026-0001","modified":"2026-01-02T00:00:00Z","aliases":["CVE-2026-0001"],
       "affected":[{"package":{"ecosystem":"Go","name":"gopkg.in/yaml.v3"},
        "ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"3.0.1"}]}],
        "ecosystem_specific":{"imports":[{"path":"gopkg.in/yaml.v3","symbols":["Unmarshal","Decoder.Decode"]}]}}]}
      """;

  @TempDir Path folder = Path.of("");
  private Optional<Feed> feed = Optional.empty();

  @BeforeEach
  void load() throws Exception {
    Path advisory = Files.writeString(folder.resolve("GO-2026-0001.json"), ADVISORY);
    try (FeedWriter writer = new FeedWriter(folder.resolve("go.feed"))) {
      Sources sources = new Sources(writer);
      sources.read(advisory);
      writer.write("", sources.tallies().values(), sources.leftOut());
    }
    feed = Optional.of(Feed.open(folder.resolve("go.feed")));
  }

  @AfterEach
  void close() {
    feed.ifPresent(Feed::close);
  }

  private record Facts(String version) {}

  private Match match(Code... programs) {
    String purl = "pkg:golang/gopkg.in/yaml.v3@v3.0.0";
    Component component =
        new Component(
            "dependency:fw#yaml",
            "dependency",
            "gopkg.in/yaml.v3",
            "v3.0.0",
            purl,
            "",
            List.of("fw!/bin/a", "fw!/bin/b"));
    Described module =
        new Described(component, new Facts("v3.0.0"), List.of(), Map.of(), RiskSigns.UNKNOWN);
    FeedAge age = new FeedAge(OptionalInt.empty(), LocalDate.of(2026, 2, 1));
    return KnownFlaws.of(feed, age, List.of(module), List.of(programs))
        .all(List.of(module))
        .get("dependency:fw#yaml")
        .matches()
        .getFirst();
  }

  private static Code program(String path, String... functions) {
    return new Code(
        path,
        "",
        List.of(),
        true,
        Set.of(),
        Set.of(),
        Set.of(),
        functions.length == 0 ? Optional.empty() : Optional.of(Names.of(List.of(functions))));
  }

  @Test
  void aFunctionThatNoProgramHoldsIsNotPresent() {
    Match match =
        match(
            program("fw!/bin/a", "runtime.main", "gopkg.in/yaml%2ev3.Marshal"),
            program("fw!/bin/b", "runtime.main", "gopkg.in/yaml.v3.UnmarshalStrict"));
    assertThat(match.justification()).isEqualTo(Justification.VULNERABLE_CODE_NOT_PRESENT);
    assertThat(match.reason())
        .isEqualTo(
            "the flaw is in gopkg.in/yaml.v3#Decoder.Decode, gopkg.in/yaml.v3#Unmarshal, "
                + "and the Go linker left it out of all 2 programs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gopkg.in/yaml.v3.Unmarshal",
        "gopkg.in/yaml%2ev3.Unmarshal",
        "gopkg.in/yaml.v3.Unmarshal.func1",
        "gopkg.in/yaml.v3.Unmarshal[...]",
        "gopkg.in/yaml.v3.(*Decoder).Decode",
        "gopkg.in/yaml.v3.Decoder.Decode-fm",
        "gopkg.in/yaml.v3.(*Decoder[go.shape.int]).Decode"
      })
  void aFunctionThatOneProgramHoldsIs(String held) {
    Match match =
        match(program("fw!/bin/a", "runtime.main"), program("fw!/bin/b", "runtime.main", held));
    assertThat(Found.isOpen(match)).isTrue();
  }

  @Test
  void aProgramThatDoesNotTellItsFunctionsProvesNothing() {
    assertThat(Found.isOpen(match(program("fw!/bin/a", "runtime.main"), program("fw!/bin/b"))))
        .isTrue();
    assertThat(Found.isOpen(match(program("fw!/bin/a", "runtime.main")))).isTrue();
  }
}
