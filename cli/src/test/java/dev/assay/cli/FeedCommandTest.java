package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedCommandTest {
  private static final String KEV =
      """
      {"catalogVersion":"2025.08.25","dateReleased":"2025-08-25T17:04:19Z","count":2,"vulnerabilities":[
       {"cveID":"CVE-2024-6387","dateAdded":"2025-01-02","shortDescription":"race"},
       {"cveID":"none","dateAdded":"2025-01-02"}]}
      """;

  @TempDir Path folder = Path.of("");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream standardOut = System.out;
  private final PrintStream standardErr = System.err;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(standardOut);
    System.setErr(standardErr);
  }

  @Test
  void importsAndTellsWhatWasRefused() throws IOException {
    Path kev = Files.writeString(folder.resolve("kev.json"), KEV);
    Path feed = folder.resolve("a.feed");
    assertThat(assay("feed", "import", kev.toString(), "--out", feed.toString())).isZero();
    assertThat(text(err))
        .contains("CISA KEV: 1 record refused")
        .contains("kev.json: record 2: expected a CVE id, found `none`");
    assertThat(assay("feed", "status", feed.toString())).isZero();
    assertThat(text(out))
        .contains("Day       2025-08-25")
        .contains("1 records (0 in part), 0 withdrawn, 1 refused, newest 2025-08-25")
        .contains("  kev.json: record 2: expected a CVE id");
  }

  @Test
  void tellsWhatItLeftOutOfAFolder() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("kev.json"), KEV);
    Files.writeString(data.resolve("kev.json.asc"), "-----BEGIN PGP SIGNATURE-----");
    Path feed = folder.resolve("a.feed");
    String told = "1 file without vulnerability data left out\n  data/kev.json.asc\n";
    assertThat(assay("feed", "import", data.toString(), "--out", feed.toString())).isZero();
    assertThat(text(err)).endsWith(told);
    assertThat(assay("feed", "status", feed.toString())).isZero();
    assertThat(text(out)).endsWith(told);
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("README.md"), "# nothing");
    assertOneLine(
        "found none that can be taken",
        "feed",
        "import",
        texts.toString(),
        "--out",
        feed.toString());
  }

  @Test
  void saysInOneLineWhatIsWrong() throws IOException {
    Path cut = Files.writeString(folder.resolve("cut.json"), KEV.substring(0, 150));
    Path odd = Files.writeString(folder.resolve("odd.json"), "[]");
    String feed = folder.resolve("a.feed").toString();
    assertOneLine("cut.json: ", "feed", "import", cut.toString(), "--out", feed);
    assertOneLine("odd.json: expected NVD", "feed", "import", odd.toString(), "--out", feed);
    assertOneLine("no file or folder", "feed", "import", folder + "/missing", "--out", feed);
    assertOneLine(
        "expected a file in a folder",
        "feed",
        "import",
        cut.toString(),
        "--out",
        folder + "/no/a.feed");
    assertOneLine("--out", "feed", "import", cut.toString());
    assertOneLine("expected a feed file", "feed", "status", odd.toString());
    assertOneLine("no feed", "feed", "status", folder + "/missing");
    assertThat(Files.exists(Path.of(feed))).isFalse();
  }

  private void assertOneLine(String part, String... arguments) {
    err.reset();
    assertThat(assay(arguments)).isEqualTo(ExitStatus.USAGE);
    assertThat(text(err).lines()).hasSize(1);
    assertThat(text(err)).startsWith("assay: ").contains(part);
  }

  private static int assay(String... arguments) {
    return Main.run(arguments, System.out, System.err);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
