package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.forge.ElfForge;
import dev.assay.catalogue.forge.ModuleForge;
import dev.assay.cli.CommandLine.Ran;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluations with a vulnerability feed, from outside. */
class KnownFlawsTest {
  private static final Path KNOWN = Path.of("../feed/known-flaws");
  private static final String OPENSSH =
      installed("openssh-server", "openssh", "1:9.2p1-2+deb12u10");
  private static final String OPENSSL = installed("libssl1.1", "openssl", "1.1.1w-0+deb11u1");

  @TempDir Path directory;

  private Path product;

  @BeforeEach
  void product() throws IOException {
    product = Files.createDirectories(directory.resolve("product"));
    Files.createDirectories(product.resolve("bin"));
    write("etc/hostname", "device\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = product.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String installed(String name, String source, String version) {
    return """
        Package: %s
        Status: install ok installed
        Source: %s
        Version: %s
        Architecture: armhf
        Maintainer: M <m@example.org>

        """
        .formatted(name, source, version);
  }

  /** The feed that comes with Assay, made as its README says. */
  private String feed() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(KNOWN)) {
      files.map(Path::toString).filter(name -> name.endsWith(".json")).forEach(sources::add);
    }
    sources.add(KNOWN.resolve("packages").toString());
    return feed("known.feed", sources);
  }

  private String feed(String name, List<String> sources) {
    String feed = directory.resolve(name).toString();
    List<String> arguments = new ArrayList<>(List.of("feed", "import", "--out", feed));
    arguments.addAll(sources);
    Ran ran = CommandLine.run(arguments.toArray(String[]::new));
    assertThat(ran.status()).as(ran.err()).isZero();
    return feed;
  }

  private Ran evaluate(String bundle, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "evaluate",
                product.toString(),
                "--out",
                directory.resolve(bundle).toString(),
                "--cache",
                "off"));
    if (!List.of(more).contains("--as-of")) {
      arguments.addAll(List.of("--as-of", "2026-11-23"));
    }
    arguments.addAll(List.of(more));
    Ran ran = CommandLine.run(arguments.toArray(String[]::new));
    assertThat(ran.status()).as(ran.err()).isIn(0, 1);
    return ran;
  }

  private Ran verify(String bundle, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("verify", directory.resolve(bundle).toString(), product.toString()));
    arguments.addAll(List.of(more));
    return CommandLine.run(arguments.toArray(String[]::new));
  }

  private String file(String bundle, String name) throws IOException {
    return Files.readString(directory.resolve(bundle).resolve(name));
  }

  /** The verdict lines of all cases on known flaws that have the outcome. */
  private List<String> verdicts(String bundle, String outcome) throws IOException {
    return file(bundle, "verdicts.jsonl")
        .lines()
        .filter(line -> line.contains("\"test\":\"PACKAGE-KNOWN-"))
        .filter(line -> line.contains("\"verdict\":\"" + outcome + "\""))
        .toList();
  }

  @Test
  void withoutAFeedNothingIsKnownAndThatIsSaid() throws IOException {
    write("var/lib/dpkg/status", OPENSSH + OPENSSL);
    evaluate("b");
    assertThat(verdicts("b", "PASS")).isEmpty();
    assertThat(verdicts("b", "FAIL")).isEmpty();
    assertThat(verdicts("b", "INCONCLUSIVE"))
        .hasSize(2 * 6)
        .allSatisfy(line -> assertThat(line).contains("no feed given"));
    assertThat(file("b", "evaluation.json")).contains("\"feed\":null");
  }

  @Test
  void aFixThatDebianCarriedBackIsNotReported() throws IOException {
    write("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\nVERSION_CODENAME=bookworm\n");
    write("var/lib/dpkg/status", OPENSSH);
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "PASS")).hasSize(6);
    assertThat(file("b", "verdicts.jsonl")).doesNotContain("CVE-2023-48795", "CVE-2024-6387");
  }

  @Test
  void anOpensslOfBullseyeIsReportedForWhatItsSecuritySuiteFixedLater() throws IOException {
    write("etc/os-release", "ID=debian\nVERSION_ID=\"11\"\nVERSION_CODENAME=bullseye\n");
    write("var/lib/dpkg/status", OPENSSL);
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "FAIL"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "\"test\":\"PACKAGE-KNOWN-MEDIUM\"",
                        "product/var/lib/dpkg/status\",\"line\":1",
                        "CVE-2023-5678 in libssl1.1 1.1.1w-0+deb11u1, fixed in 1.1.1w-0+deb11u2: ",
                        "Debian security tracker: ",
                        "CVSS 5.3 CVSS:3.1/"));
    write("var/lib/dpkg/status", installed("libssl1.1", "openssl", "1.1.1w-0+deb11u2"));
    evaluate("fixed", "--feed", feed());
    assertThat(verdicts("fixed", "FAIL")).isEmpty();
  }

  @Test
  void aFirmwareWithoutPackagesIsMatchedByWhatItsProgramsAre() throws IOException {
    write("bin/busybox", "\0\1BusyBox v1.30.1 (2019-06-12 17:51:55 UTC)\0");
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "FAIL"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "software:product#busybox@1.30.1", "CVE-2022-28391 in busybox 1.30.1"));
    write("bin/busybox", "\0\1BusyBox v1.36.1 (2024-06-12 17:51:55 UTC)\0");
    evaluate("newer", "--feed", feed());
    assertThat(file("newer", "verdicts.jsonl")).doesNotContain("CVE-2022-28391");
  }

  @Test
  void theReportNamesTheFeedOrItsAbsence() throws IOException {
    write("var/lib/dpkg/status", OPENSSL);
    evaluate("without");
    assertThat(file("without", "report.html")).contains("none: known flaws were not looked up");
    evaluate("b", "--feed", feed());
    String digest =
        file("b", "evaluation.json")
            .replaceFirst("(?s).*\"feed\":\\{\"digest\":\"([0-9a-f]{64})\".*", "$1");
    assertThat(digest).hasSize(64);
    assertThat(file("b", "report.html"))
        .contains("sha256 " + digest, "PRODUCT --feed FEED", "CVE-2023-5678")
        .doesNotContain("not looked up");
  }

  @Test
  void aFlawKnownToBeExploitedRejectsTheLaunch() throws IOException {
    write("var/lib/dpkg/status", installed("sudo", "sudo", "1.8.27-1+deb10u2"));
    Ran ran = evaluate("b", "--feed", feed());
    assertThat(ran.status()).isEqualTo(ExitStatus.REJECTED);
    assertThat(file("b", "evaluation.json"))
        .containsPattern("\"reasons\":\\[[^]]*PACKAGE-KNOWN-EXPLOITED FAIL \\(critical, tier");
    assertThat(verdicts("b", "FAIL"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("CVE-2021-3156", "known to be exploited since 2022-04-06"));
    write("var/lib/dpkg/status", installed("sudo", "sudo", "1.8.27-1+deb10u3"));
    assertThat(evaluate("fixed", "--feed", feed()).status()).isEqualTo(ExitStatus.APPROVED);
  }

  @Test
  void theChanceOfExploitationStandsBesideTheScore() throws IOException {
    Path epss =
        Files.writeString(
            directory.resolve("epss.csv"),
            """
            #model_version:v2025.03.14,score_date:2025-08-25T00:00:00+0000
            cve,epss,percentile
            CVE-2021-3156,0.92312,0.99700
            """);
    write("var/lib/dpkg/status", installed("sudo", "sudo", "1.8.27-1+deb10u2"));
    List<String> sources =
        Stream.of("debian.json", "upstream.json", "kev.json")
            .map(name -> KNOWN.resolve(name).toString())
            .toList();
    List<String> all = new ArrayList<>(sources);
    all.add(epss.toString());
    evaluate("b", "--feed", feed("epss.feed", all));
    assertThat(file("b", "verdicts.jsonl")).contains("; EPSS 0.92312; known to be exploited");
  }

  @Test
  void anRpmIsHeldAgainstWhatIsSaidOfItsDistribution() throws IOException {
    Path advisory =
        Files.writeString(
            directory.resolve("RLSA-2026-0001.json"),
            """
            {"schema_version":"1.6.0","id":"RLSA-2026:0001","modified":"2026-01-02T00:00:00Z","upstream":["CVE-2026-0001"],
             "affected":[{"package":{"ecosystem":"Rocky Linux:9","name":"tiny"},
              "ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"1:1.2-4"}]}]}]}
            """);
    write("etc/os-release", "ID=rocky\nVERSION_ID=9.3\n");
    Path database = product.resolve("var/lib/rpm/rpmdb.sqlite");
    Files.createDirectories(product.resolve("var/lib/rpm"));
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(
                Path.of(
                    "../inspect/src/test/resources/dev/assay/inspect/packages/rpmdb.sqlite.gz")))) {
      Files.copy(in, database);
    }
    evaluate("b", "--feed", feed("rocky.feed", List.of(advisory.toString())));
    assertThat(verdicts("b", "FAIL"))
        .singleElement()
        .asString()
        .contains("in tiny 1:1.2-3, fixed in 1:1.2-4");
    assertThat(verdicts("b", "INCONCLUSIVE"))
        .hasSize(6)
        .allSatisfy(line -> assertThat(line).contains("the feed has no data on plain of rocky"));
  }

  @Test
  void namesAndVersionsAreTheProductsToChoose() throws IOException {
    write("etc/os-release", "ID=a/b%zz?#\nVERSION_ID=../%\nVERSION_CODENAME=&=@\n");
    write(
        "var/lib/dpkg/status",
        installed("a b%c/../@?#é", "x (((", ":::")
            + installed("openssh", "openssh (%)", "99999999999999999999:~~--")
            + installed("%", "%25@%", "%"));
    write("usr/lib/opkg/status", installed("openssl", "@", "1.0.1f\u0000-1"));
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "INCONCLUSIVE")).isNotEmpty();
  }

  @Test
  void alpineSpeaksForItsBranch() throws IOException {
    Path secdb =
        Files.writeString(
            directory.resolve("main.json"),
            """
            {"apkurl":"{{urlprefix}}/{{distroversion}}/{{reponame}}/{{arch}}/{{pkg.name}}-{{pkg.ver}}.apk",
             "archs":["x86_64"],"reponame":"main","urlprefix":"https://dl-cdn.alpinelinux.org/alpine","distroversion":"v3.19",
             "packages":[{"pkg":{"name":"busybox","secfixes":{"1.36.1-r16":["CVE-2023-42364"]}}}]}
            """);
    write("etc/os-release", "ID=alpine\nVERSION_ID=3.19.1\n");
    write("lib/apk/db/installed", "P:ssl_client\nV:1.36.1-r15\nA:x86_64\no:busybox\n\n");
    evaluate("b", "--feed", feed("alpine.feed", List.of(secdb.toString())));
    assertThat(verdicts("b", "FAIL"))
        .singleElement()
        .asString()
        .contains(
            "PACKAGE-KNOWN-UNRATED",
            "CVE-2023-42364 in ssl_client 1.36.1-r15, fixed in 1.36.1-r16",
            "alpine 3.19");
  }

  @Test
  void aDistributionTheFeedDoesNotKnowIsNotTakenForSound() throws IOException {
    write("etc/os-release", "ID=ubuntu\nVERSION_CODENAME=jammy\n");
    write(
        "var/lib/dpkg/status",
        installed("nothing-known", "nothing-known", "1.0-1")
            + installed("openssh-server", "openssh", "1:8.9p1-3ubuntu0.10"));
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "FAIL")).isEmpty();
    assertThat(verdicts("b", "INCONCLUSIVE"))
        .anySatisfy(
            line -> assertThat(line).contains("the feed has no data on nothing-known of ubuntu"))
        .anySatisfy(
            line ->
                assertThat(line).contains("PACKAGE-KNOWN-HIGH", "CVE-2024-6387", "ubuntu 22.04"));
  }

  @Test
  void aReleaseThatTheTrackerNoLongerFollowsIsNotTakenForSound() throws IOException {
    write("etc/os-release", "ID=debian\nVERSION_CODENAME=buster\n");
    write("var/lib/dpkg/status", installed("libssl1.1", "openssl", "1.1.1d-0+deb10u3"));
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "PASS")).isEmpty();
    assertThat(verdicts("b", "INCONCLUSIVE"))
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("the feed speaks of openssl in other releases of debian, not in 10"))
        .anySatisfy(line -> assertThat(line).contains("PACKAGE-KNOWN-HIGH", "CVE-2023-0286"));
  }

  @Test
  void theFeedChangesVerdictsOnlyAndTwoRunsGiveTheSameBytes() throws IOException {
    write("var/lib/dpkg/status", OPENSSH + OPENSSL);
    String feed = feed();
    evaluate("without");
    evaluate("one", "--feed", feed, "--jobs", "1", "--report", "sarif");
    evaluate("two", "--feed", feed(), "--jobs", "5", "--report", "sarif");
    assertThat(files("two")).isEqualTo(files("one"));
    for (String left :
        List.of(
            "artifacts.jsonl", "components.jsonl", "facts.jsonl", "risks.jsonl", "plan.jsonl")) {
      assertThat(file("one", left)).as(left).isEqualTo(file("without", left));
    }
    assertThat(file("one", "verdicts.jsonl")).isNotEqualTo(file("without", "verdicts.jsonl"));
  }

  private TreeMap<String, String> files(String bundle) throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> listed = Files.list(directory.resolve(bundle))) {
      for (Path file : listed.filter(file -> !file.endsWith("run.json")).toList()) {
        files.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void aReplayTakesTheSameFeedAndRefusesAnother() throws IOException {
    write("var/lib/dpkg/status", OPENSSH + OPENSSL);
    String feed = feed();
    evaluate("b", "--feed", feed);
    Ran same = verify("b", "--feed", feed);
    assertThat(same.out()).contains("VERIFIED: ");
    assertThat(same.status()).as(same.out()).isZero();

    String other = feed("other.feed", List.of(KNOWN.resolve("kev.json").toString()));
    Ran refused = verify("b", "--feed", other);
    assertThat(refused.status()).isEqualTo(ExitStatus.REJECTED);
    assertThat(refused.out()).containsPattern("NOT VERIFIED: .* with feed [0-9a-f]{64}, --feed");

    Ran missing = verify("b");
    assertThat(missing.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(missing.err().lines()).singleElement().asString().contains("--feed");

    evaluate("without");
    Ran tooMuch = verify("without", "--feed", feed);
    assertThat(tooMuch.status()).isEqualTo(ExitStatus.REJECTED);
    assertThat(tooMuch.out()).contains("made without a feed");
    assertThat(verify("without").status()).isZero();
  }

  @Test
  void whatIsNoFeedIsWrongUsage() throws IOException {
    Path odd = Files.writeString(directory.resolve("odd.feed"), "no feed ".repeat(50));
    for (String wrong : List.of(odd.toString(), directory.resolve("missing").toString())) {
      Ran ran = CommandLine.run("evaluate", product.toString(), "--feed", wrong);
      assertThat(ran.status()).isEqualTo(ExitStatus.USAGE);
      assertThat(ran.err().lines()).singleElement().asString().startsWith("assay: ");
    }
  }

  @Test
  void theSilenceOfAFeedOlderThanThePolicyAllowsIsNoPass() throws IOException {
    write("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\nVERSION_CODENAME=bookworm\n");
    write("var/lib/dpkg/status", OPENSSH + installed("sudo", "sudo", "1.8.27-1"));
    String feed = feed();
    Path policy = directory.resolve("policy.yaml");
    Files.writeString(policy, "policy: fresh\nfeed: { max-age-days: 30 }\n");
    evaluate("old", "--feed", feed, "--policy", policy.toString(), "--as-of", "2027-03-01");
    assertThat(verdicts("old", "PASS")).isEmpty();
    assertThat(verdicts("old", "INCONCLUSIVE"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("days old; the policy demands"));
    assertThat(verdicts("old", "FAIL")).anySatisfy(line -> assertThat(line).contains("sudo"));
    Files.writeString(policy, "policy: fresh\nfeed: { max-age-days: 3650 }\n");
    evaluate("young", "--feed", feed, "--policy", policy.toString(), "--as-of", "2027-03-01");
    assertThat(verdicts("young", "PASS")).isNotEmpty();
  }

  @Test
  void aKernelThatDoesNotBuildTheCodeIsNotReportedForIt() throws IOException {
    write("boot/config-5.10.10", "CONFIG_MMU=y\nCONFIG_NETFILTER_XTABLES=y\n");
    String feed = feed();
    evaluate("with", "--feed", feed);
    assertThat(verdicts("with", "FAIL"))
        .anySatisfy(line -> assertThat(line).contains("CVE-2021-22555 in Linux 5.10.10"));
    write("boot/config-5.10.10", "CONFIG_MMU=y\n# CONFIG_NETFILTER_XTABLES is not set\n");
    evaluate("without", "--feed", feed);
    assertThat(file("without", "verdicts.jsonl")).doesNotContain("CVE-2021-22555");
  }

  /** The option stands behind the end of what is there, or it is off: nobody knows. */
  @Test
  void aConfigurationThatWasCutOffExcusesNothing() throws IOException {
    String head = "# Automatically generated file; DO NOT EDIT.\nCONFIG_MMU=y\n";
    String end = "#\n# Library routines\n#\n#\n# Kernel hacking\n#\n";
    write("boot/config-5.10.10", head);
    String feed = feed();
    evaluate("cut", "--feed", feed);
    assertThat(verdicts("cut", "FAIL"))
        .anySatisfy(line -> assertThat(line).contains("CVE-2021-22555 in Linux 5.10.10"));
    write("boot/config-5.10.10", head + end);
    evaluate("whole", "--feed", feed);
    assertThat(file("whole", "verdicts.jsonl")).doesNotContain("CVE-2021-22555");
  }

  @Test
  void aKernelThatOpenWrtInstallsAsAPackageIsReportedOnce() throws IOException {
    write("etc/os-release", "ID=openwrt\nVERSION_ID=21.02\n");
    write("usr/lib/opkg/status", installed("kernel", "linux", "5.10.10-1-8c4e5e3f"));
    String feed = feed();
    evaluate("package", "--feed", feed);
    assertThat(verdicts("package", "FAIL"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("in kernel 5.10.10-1-8c4e5e3f"));
    write("boot/config-5.10.10", "CONFIG_MMU=y\nCONFIG_NETFILTER_XTABLES=y\n");
    evaluate("both", "--feed", feed);
    assertThat(file("both", "verdicts.jsonl"))
        .contains("CVE-2021-22555 in Linux 5.10.10")
        .doesNotContain("in kernel 5.10.10-1");
  }

  @Test
  void theReportShowsWhereCopiesOfALibraryAre() throws IOException {
    zlib();
    elf("opt/viewer", Map.of("pie", false), " inflate 1.2.8 Copyright 1995-2013 Mark Adler ");
    evaluate("b");
    assertThat(file("b", "verdicts.jsonl"))
        .containsPattern("LIBRARY-ONE-VERSION-ACROSS-PRODUCT\"[^\\n]*\"verdict\":\"FAIL\"");
    assertThat(file("b", "report.html"))
        .contains("Copies of libraries", "zlib 1.2.11, 1.2.8", "product/opt/viewer");
  }

  @Test
  void aModuleThatIsNotOfTheKernelHasItsOwnVersion() throws IOException {
    Path module = product.resolve("lib/modules/6.1.0/extra/wl.ko");
    Files.createDirectories(module.getParent());
    Files.write(
        module,
        new ModuleForge().make(Map.of("name", "wl", "version", "6.30.223.271", "inTree", false)));
    Files.write(
        module.resolveSibling("dummy.ko"),
        new ModuleForge().make(Map.of("name", "dummy", "version", "1.0")));
    evaluate("b", "--report", "cyclonedx");
    assertThat(file("b", "components.jsonl"))
        .contains(
            "\"purl\":\"pkg:generic/wl@6.30.223.271\"", "\"purl\":\"pkg:generic/linux@6.1.0\"")
        .doesNotContain("pkg:generic/dummy");
    assertThat(file("b", "sbom.cdx.json")).contains("pkg:generic/wl@6.30.223.271");
  }

  private void elf(String path, Map<String, Object> parameters, String text) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new ElfForge().make(parameters));
    file.writeBytes(("\0" + text + "\0").getBytes(StandardCharsets.US_ASCII));
    Path target = product.resolve(path);
    Files.createDirectories(target.getParent());
    Files.write(target, file.toByteArray());
  }

  private void zlib() throws IOException {
    elf(
        "lib/libz.so.1",
        Map.of(
            "library",
            true,
            "soname",
            "libz.so.1",
            "exports",
            List.of("deflate", "inflate", "inflateGetHeader")),
        ZLIB);
  }

  private void program(String path, List<String> imports, String text) throws IOException {
    elf(path, Map.of("needed", List.of("libz.so.1"), "imports", imports), text);
  }

  private static final String ZLIB =
      " deflate 1.2.11 Copyright 1995-2017 Jean-loup Gailly and Mark Adler ";

  /** CVE-2022-37434 needs a call of inflateGetHeader; CVE-2018-25032 one of deflate. */
  @Test
  void aLibraryIsNotReportedForAFunctionThatNothingCalls() throws IOException {
    zlib();
    program("bin/unpack", List.of("inflate"), "x");
    program("bin/pack", List.of("deflate"), "x");
    String feed = feed();
    evaluate("b", "--feed", feed, "--report", "cyclonedx-vex");
    assertThat(verdicts("b", "FAIL"))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("CVE-2018-25032 in zlib 1.2.11")
                    .doesNotContain("CVE-2022-37434"));
    assertThat(file("b", "vex.cdx.json").replaceAll("\\s+", ""))
        .contains(
            "code_not_reachable",
            "theflawisreachedthroughinflateGetHeaderonly,andofthe3programsandlibrariesoftheproduct");
  }

  @Test
  void aFunctionMayBeCalledByItsName() throws IOException {
    zlib();
    program("bin/unpack", List.of("inflate", "dlsym"), "call inflateGetHeader");
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "FAIL"))
        .anySatisfy(line -> assertThat(line).contains("CVE-2022-37434"));
  }

  /** What may call it by a way that nobody sees. */
  @ParameterizedTest
  @ValueSource(strings = {"ffi_call", "JNI_CreateJavaVM"})
  void scriptsMayCallAnyFunction(String foreign) throws IOException {
    zlib();
    program("bin/unpack", List.of("inflate", foreign), "x");
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "FAIL"))
        .anySatisfy(line -> assertThat(line).contains("CVE-2022-37434"));
  }

  @Test
  void aCopyInsideAProgramShowsNoCalls() throws IOException {
    zlib();
    program("bin/unpack", List.of("inflate"), "x");
    elf("bin/static", Map.of("pie", false), ZLIB);
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "FAIL"))
        .anySatisfy(line -> assertThat(line).contains("CVE-2022-37434"));
  }

  @Test
  void aLibraryWhoseUsersAreNotThereIsNotExcused() throws IOException {
    zlib();
    evaluate("b", "--feed", feed());
    assertThat(verdicts("b", "FAIL"))
        .anySatisfy(line -> assertThat(line).contains("CVE-2022-37434"));
  }

  @Test
  void aKernelOfADistributionIsLeftToItsPackage() throws IOException {
    write("boot/config-5.10.0-20-armmp", "CONFIG_MMU=y\nCONFIG_NETFILTER_XTABLES=y\n");
    evaluate("b", "--feed", feed());
    assertThat(file("b", "verdicts.jsonl")).doesNotContain("PACKAGE-KNOWN-");
  }
}
