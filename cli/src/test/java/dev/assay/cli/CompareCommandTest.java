package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.CommandLine.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  @TempDir Path dir;

  @BeforeEach
  void products() throws IOException {
    write("old/etc/x.conf", "port=1\n");
    write("old/etc/issue", "built 2026-01-02 03:04:05 UTC\n");
    write("new/etc/x.conf", "port=2\n");
    write("new/etc/issue", "built 2026-11-12 13:14:15 UTC\n");
    write("new/etc/<script>", "added\n");
  }

  @Test
  void theSameProductIsEquivalent() {
    Ran ran = compare("old", "old");
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).isEqualTo("EQUIVALENT: 3 identical\n");
  }

  @Test
  void whatDiffersIsNamedAndRejected() {
    Ran ran = compare("old", "new");
    assertThat(ran.status()).isOne();
    assertThat(ran.out())
        .contains("added      new/etc/<script>")
        .contains("changed    new/etc/x.conf")
        .contains("key port: 1 -> 2")
        .contains("equivalent new/etc/issue")
        .contains("(build time)")
        .contains("DIFFERENT: ");
  }

  @Test
  void aBuildTimeAloneIsAnException() throws IOException {
    write("new/etc/x.conf", "port=1\n");
    Files.delete(dir.resolve("new/etc/<script>"));
    Ran ran = compare("old", "new");
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("EQUIVALENT_EXCEPT build time: ");
  }

  @Test
  void whichTwoFilesWereComparedIsToldByTheirDigests() throws IOException {
    Path page = dir.resolve("page.html");
    String one = "4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865";
    String two = "53c234e5e8472b6ac51c1ae1cab3fe06fad053beb8ebfd8977b010655bfdd3c3";
    write("1", "1\n");
    write("2", "2\n");
    assertThat(compare("1", "2", "--html", page.toString()).out())
        .contains("left       1, SHA-256 " + one, "right      2, SHA-256 " + two);
    assertThat(compare("1", "2", "--json").out()).contains("\"beforeSha256\" : \"" + one + "\"");
    assertThat(Files.readString(page)).contains(one, two);
  }

  @Test
  void jsonHoldsEveryAspect() {
    assertThat(compare("old", "new", "--json").out())
        .contains("\"verdict\" : \"DIFFERENT\"")
        .contains("\"what\" : \"key port\"")
        .contains("\"equivalence\" : \"build time\"");
  }

  @Test
  void thePageShowsBothSidesAndRunsNothing() throws IOException {
    Path page = dir.resolve("page.html");
    assertThat(compare("old", "new", "--html", page.toString()).status()).isOne();
    String html = Files.readString(page);
    assertThat(html)
        .contains("default-src 'none'")
        .contains("key port")
        .contains("&lt;script&gt;")
        .doesNotContain("<script>")
        .contains("@media print")
        .contains("prefers-color-scheme:dark");
  }

  @Test
  void aMissingProductIsUnusable() {
    Ran ran = compare("old", "none");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("no such file or directory");
  }

  @Test
  void aFailureThatCameBackIsToldFromThreeBundles() throws IOException {
    bundle("r1", "FAIL");
    bundle("r2", "PASS");
    bundle("r3", "FAIL");
    Ran ran = compare("r1", "r2", dir.resolve("r3").toString());
    assertThat(ran.status()).isOne();
    assertThat(ran.out()).contains("returned    T-1: program:bin/x (FAIL PASS FAIL)");
    Ran fixed = compare("r1", "r2");
    assertThat(fixed.out()).contains("fixed       T-1").endsWith("NOT WORSE\n");
    assertThat(fixed.status()).isZero();
    Ran worse = compare("r2", "r3");
    assertThat(worse.out()).contains("new         T-1").endsWith("\nWORSE\n");
    assertThat(worse.status()).isOne();
  }

  @Test
  void aCaseThatWasRenamedIsFollowedByAMapping() throws IOException {
    bundle("r1", "FAIL");
    bundle("r2", "FAIL");
    Path verdicts = dir.resolve("r1/verdicts.jsonl");
    Files.writeString(verdicts, Files.readString(verdicts).replace("T-1", "T-OLD"));
    Path summary = dir.resolve("r1/evaluation.json");
    Files.writeString(
        summary, Files.readString(summary).replace("\"digest\":\"1\"", "\"digest\":\"0\""));
    assertThat(compare("r1", "r2").out()).contains("new         T-1", "undecided   T-OLD");
    write("map", "T-OLD T-1\n");
    Ran ran = compare("r1", "r2", "--mapping", dir.resolve("map").toString());
    assertThat(ran.out())
        .contains("still open  T-1: program:bin/x (FAIL FAIL)", "1 of them by the mapping given")
        .doesNotContain("T-OLD:");
    assertThat(compare("old", "new", "--mapping", dir.resolve("map").toString()).status())
        .isEqualTo(2);
  }

  @Test
  void theTrendOfReleasesIsAPageAndJson() throws IOException {
    bundle("r1", "FAIL");
    bundle("r2", "FAIL");
    component("r1", "1.1", "1.1");
    component("r2", "1.0", "1.1", "<b>");
    elf("r1", "[\"strcpy\",\"strcat\"]", "[]");
    elf("r2", "[\"strcpy\"]", "[\"__memcpy_chk\",\"__strcat_chk\",\"__strcpy_chk\"]");
    Path page = dir.resolve("trend.html");
    Ran ran = compare("r1", "r2", "--json", "--html", page.toString());
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("\"standing\" : \"still open\"", "\"unbounded\" : 2", "\"checked\" : 3")
        .containsSubsequence("\"copies\" : 2", "[ \"1.1\" ]", "\"copies\" : 3", "\"1.0\", \"1.1\"");
    assertThat(Files.readString(page))
        .contains("default-src 'none'", "same test cases", "100.0 %", "25.0 %")
        .contains("library libz: 2 × 1 (1.1) → 3 × 3 (1.0, 1.1, &lt;b&gt;)")
        .doesNotContain("<b>", "<script");
  }

  @Test
  void whatCouldNotBeReadIsNotCountedAsSafe() throws IOException {
    bundle("r1", "FAIL");
    bundle("r2", "FAIL");
    write(
        "r2/facts.jsonl",
        "{\"component\":\"x\",\"facts\":{\"elf\":{}},\"unknown\":{\"elf.fortified\":\"cut off\"}}\n");
    assertThat(compare("r1", "r2", "--json").out()).contains("\"unknownFiles\" : 1");
  }

  private void component(String bundle, String... versions) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String version : versions) {
      lines.append(
          "{\"id\":\"x\",\"kind\":\"library\",\"name\":\"libz\",\"version\":\"%s\"}\n"
              .formatted(version));
    }
    write(bundle + "/components.jsonl", lines.toString());
  }

  private void elf(String bundle, String unbounded, String checked) throws IOException {
    write(
        bundle + "/facts.jsonl",
        "{\"component\":\"x\",\"facts\":{\"elf\":{\"unboundedCopies\":%s,\"fortified\":%s}}}\n"
            .formatted(unbounded, checked));
  }

  @Test
  void aProductAndABundleCannotBeCompared() throws IOException {
    bundle("r1", "FAIL");
    assertThat(compare("r1", "old").status()).isEqualTo(2);
  }

  private void bundle(String name, String verdict) throws IOException {
    for (String file : new String[] {"artifacts", "components", "facts", "risks", "plan"}) {
      write(name + "/" + file + ".jsonl", "");
    }
    write(
        name + "/verdicts.jsonl",
        "{\"test\":\"T-1\",\"component\":\"program:p/bin/x\",\"verdict\":\"" + verdict + "\"}\n");
    write(
        name + "/evaluation.json",
        "{\"product\":{\"name\":\"p\",\"version\":\"\"},\"catalogue\":{\"profile\":\"x\",\"digest\":\"1\"},\"asOf\":\"2026-11-27\",\"root\":\"00\"}\n");
  }

  private Ran compare(String left, String right, String... more) {
    String[] all = new String[3 + more.length];
    all[0] = "compare";
    all[1] = dir.resolve(left).toString();
    all[2] = dir.resolve(right).toString();
    System.arraycopy(more, 0, all, 3, more.length);
    return CommandLine.run(all);
  }

  private void write(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
