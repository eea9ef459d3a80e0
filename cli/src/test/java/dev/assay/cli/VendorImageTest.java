package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's product, fetched as the README says; skipped where it cannot be fetched. */
class VendorImageTest {
  private static final String DNS_320 =
      "pkg:deb/debian/debian-installer-12-netboot-armel#usr/lib/debian-installer/images/12/armel/"
          + "kirkwood/network-console/d-link/dns-320/netboot.img";

  @TempDir Path directory;

  @Test
  void theNetworkDiskIsReadToTheLastPackageAndItsRootLoginFound() throws IOException {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "apt-get"))),
        "apt-get is installed");
    Path bundle = directory.resolve("bundle");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.run(
            new String[] {
              "evaluate",
              DNS_320,
              "--feed",
              feed(),
              "--out",
              bundle.toString(),
              "--cache",
              "off",
              "--quiet"
            },
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assumeTrue(status != 2, "the image can be fetched: " + err.toString(StandardCharsets.UTF_8));
    List<String> components = Files.readAllLines(bundle.resolve("components.jsonl"));
    assertThat(components).filteredOn(line -> line.contains("\"kind\":\"package\"")).hasSize(97);
    List<String> artifacts = Files.readAllLines(bundle.resolve("artifacts.jsonl"));
    assertThat(artifacts).filteredOn(line -> line.contains("application/x-object")).hasSize(150);
    List<String> verdicts = Files.readAllLines(bundle.resolve("verdicts.jsonl"));
    assertThat(verdicts)
        .filteredOn(line -> line.contains("\"SSH-ROOT-LOGIN\""))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .contains(
                        "\"FAIL\"",
                        "netboot.img!/ramdisk!/etc/ssh/sshd_config\",\"line\":7",
                        "PermitRootLogin yes"));
    assertThat(verdicts)
        .filteredOn(line -> line.contains("\"PACKAGE-KNOWN-HIGH\""))
        .filteredOn(line -> line.contains("#openssh-server-udeb\""))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("\"PASS\""));
    // Both flaws are fixed by the distribution; nothing may be claimed from the upstream version.
    assertThat(String.join("\n", verdicts)).doesNotContain("CVE-2023-48795", "CVE-2024-6387");
  }

  /** The small feed in source form, as a feed file. */
  private String feed() {
    Path known = Path.of("../feed/known-flaws");
    String feed = directory.resolve("known.feed").toString();
    CommandLine.Ran ran =
        CommandLine.run(
            "feed",
            "import",
            known.resolve("debian.json").toString(),
            known.resolve("upstream.json").toString(),
            known.resolve("kev.json").toString(),
            "--out",
            feed);
    assertThat(ran.status()).as(ran.err()).isZero();
    return feed;
  }
}
