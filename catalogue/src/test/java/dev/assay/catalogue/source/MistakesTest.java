package dev.assay.catalogue.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.Sample;
import dev.assay.model.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every mistake in a case file is told, with file, line and case. */
class MistakesTest {
  private static final String GOOD =
      """
      - id: GOOD
        title: A title
        component: server
        expect: enabled
        severity: low
        weakness: CWE-20
        because: A reason.
        mitigate: A way.
        requirements: [nist:800-53r5:AC-6]
        controls:
          fails: { etc/server: "" }
          passes: { etc/server: "login no" }
      """;

  private static List<String> mistakes(String... namesAndTexts) {
    return Sample.read(namesAndTexts).mistakes().stream().map(Mistake::toString).toList();
  }

  private static List<String> in(String yaml) {
    return mistakes("cases/a.yaml", yaml);
  }

  @Test
  void acceptsAGoodCase() {
    assertThat(in(GOOD)).isEmpty();
  }

  @Test
  void tellsAllMistakesOfACaseAtOnce() {
    String bad =
        GOOD.replace("component: server", "component: srever")
            .replace("severity: low", "severity: hihg")
            .replace("CWE-20", "CWE-0")
            .replace("AC-6", "AC-666")
            .replace("because: A reason.", "becuase: A reason.");
    assertThat(in(bad))
        .anyMatch(
            line -> line.startsWith("cases/a.yaml:3: GOOD: there is no kind of component `srever`"))
        .anyMatch(line -> line.startsWith("cases/a.yaml:5: GOOD: severity is critical"))
        .anyMatch(
            line ->
                line.startsWith(
                    "cases/a.yaml:9: GOOD: there is no requirement `nist:800-53r5:AC-666`"))
        .anyMatch(line -> line.startsWith("cases/a.yaml:6: GOOD: there is no weakness `CWE-0`"))
        .anyMatch(line -> line.contains(":7: ") && line.contains("unknown key `becuase`"))
        .anyMatch(line -> line.endsWith("GOOD: missing `because`"));
  }

  @Test
  void tellsWhatIsWrongInAListOfControls() {
    assertThat(in(GOOD.replace("passes: { etc/server: \"login no\" }", "passes: []")))
        .containsExactly("cases/a.yaml:11: GOOD: missing the control `passes`");
    assertThat(
            in(
                GOOD.replace(
                    "passes: { etc/server: \"login no\" }",
                    "passes: [{ etc/server: \"login no\" }, {}]")))
        .containsExactly("cases/a.yaml:12: GOOD: a control has at least one file");
  }

  @Test
  void tellsWhatIsWrongWithAProfile() {
    assertThat(
            mistakes(
                "profiles/a.yaml",
                "profile: a\ntitle: A\nincludes: [a, none]\nplanned: ['iso:1']\n"))
        .anyMatch(line -> line.endsWith("the profile `a` includes itself"))
        .anyMatch(line -> line.endsWith("there is no profile `none`"))
        .anyMatch(line -> line.contains("there is no standard `iso:1`; known are "));
  }

  @Test
  void tellsWhereAnExpressionIsWrong() {
    assertThat(in(GOOD.replace("expect: enabled", "expect: enabeld")))
        .singleElement()
        .asString()
        .contains(
            "cases/a.yaml:4: GOOD: `expect` cannot be compiled",
            "enabeld",
            "facts of server are enabled,");
    assertThat(in(GOOD.replace("expect: enabled", "expect: tries")))
        .singleElement()
        .asString()
        .contains("bool", "int");
    assertThat(in(GOOD.replace("expect: enabled", "expect: login.matches('(')")))
        .singleElement()
        .asString()
        .contains("is no RE2 pattern");
    assertThat(in(GOOD.replace("expect: enabled", "expect: tries == 'x'"))).hasSize(1);
    assertThat(in(GOOD.replace("expect: enabled", "expect: accounts.all(a, a.nmae == 'x')")))
        .singleElement()
        .asString()
        .contains("nmae");
    assertThat(in(GOOD.replace("expect: enabled", "expect: timestamp('x') == timestamp('x')")))
        .singleElement()
        .asString()
        .contains("cannot use `timestamp`");
  }

  @Test
  void tellsThatAKindCannotBeUsed() {
    record Recursive(List<Recursive> all) {}
    record Odd(Object anything) {}
    assertThat(ofKind(Recursive.class)).contains("which holds itself");
    assertThat(ofKind(Odd.class)).contains("facts cannot have the type java.lang.Object");
  }

  /** Facts may be called what CEL calls its types and functions. */
  @Test
  void factsMayHaveNamesThatCelUses() {
    record Named(String type, String size, int map, boolean string, List<String> list, int all) {}
    Kind<Named> kind = Kind.of("server", Named.class, "Named");
    String expect =
        "expect: type == 'x' && size == 'y' && map == 1 && string && list == [] && all == 0";
    assertThat(
            Sources.read(
                    Sample.files("cases/a.yaml", GOOD.replace("expect: enabled", expect)),
                    List.of(kind),
                    List.of())
                .mistakes())
        .isEmpty();
  }

  private static <F extends Record> String ofKind(Class<F> facts) {
    return Sources.read(
            Sample.files("cases/a.yaml", GOOD.replace("enabled", "true")),
            List.of(Kind.of("server", facts, "Server")),
            List.of())
        .mistakes()
        .toString();
  }

  @Test
  void refusesAnIdThatIsTaken() {
    assertThat(mistakes("cases/a.yaml", GOOD, "cases/b.yaml", GOOD))
        .containsExactly("cases/b.yaml:1: GOOD: the id is taken by cases/a.yaml:1");
  }

  @Test
  void refusesControlsThatCannotBeMade() {
    assertThat(in(GOOD.replace("{ etc/server: \"\" }", "{ /etc/server: \"\" }")))
        .singleElement()
        .asString()
        .contains("without leading slash");
    assertThat(in(GOOD.replace("{ etc/server: \"\" }", "{ x: { hex: 0g } }"))).hasSize(1);
    assertThat(in(GOOD.replace("{ etc/server: \"\" }", "{ x: { elff: {} } }")))
        .anyMatch(line -> line.contains("unknown key `elff` in a control file"));
    assertThat(in(GOOD.replace("{ etc/server: \"\" }", "{ x: { text: a, mode: 999 } }")))
        .singleElement()
        .asString()
        .contains("octal");
    assertThat(in(GOOD.replace("{ etc/server: \"\" }", "{ x: { text: a, blob: {} } }")))
        .singleElement()
        .asString()
        .contains("one content");
    assertThat(in(GOOD.replace("    fails: { etc/server: \"\" }\n", "")))
        .containsExactly("cases/a.yaml:11: GOOD: missing the control `fails`");
  }

  @Test
  void tellsWhatAFamilyGetsWrongOnce() {
    String family =
        GOOD.replace("- id: GOOD", "- family: F-${name}\n  each: t.csv")
            .replace("title: A title", "title: ${titel}");
    assertThat(mistakes("cases/a.yaml", family, "cases/t.csv", "name,title\nA,x\nB,y\n"))
        .containsExactly(
            "cases/a.yaml:1: F-A: the table has no column `titel`; it has [name, title]");
    assertThat(in(family)).singleElement().asString().contains("there is no table `cases/t.csv`");
    assertThat(mistakes("cases/a.yaml", family, "cases/t.csv", "name,titel\nA\n"))
        .anyMatch(line -> line.startsWith("cases/t.csv:2: F-${name}: expected 2 values"));
  }

  @Test
  void tellsTheLineOfBrokenYaml() {
    assertThat(in("- id: A\n  title: 'x\n"))
        .singleElement()
        .asString()
        .contains("cases/a.yaml:", "not YAML");
    assertThat(in("id: A")).singleElement().asString().contains("expected a list of test cases");
    assertThat(in("- id: A\n- 5"))
        .anyMatch(line -> line.startsWith("cases/a.yaml:2: expected a test case"));
  }

  @Test
  void refusesAProfileThatNamesAMissingFile() {
    assertThat(
            mistakes(
                "cases/a.yaml", GOOD, "profiles/p.yaml", "profile: p\ntitle: P\ncases: [a, b]\n"))
        .containsExactly("profiles/p.yaml:3: there is no file `cases/b.yaml`");
  }

  @Test
  void aProfileMayTakeAllButSome() {
    Sources sources =
        Sample.read(
            "cases/a.yaml",
            GOOD,
            "cases/b.yaml",
            GOOD.replace("GOOD", "OTHER"),
            "profiles/p.yaml",
            "profile: p\ntitle: P\ncases: all\nexcept: [b]\n");
    assertThat(sources.mistakes()).isEmpty();
    assertThat(sources.profiles().get(0).stems()).containsExactly("a");
  }
}
