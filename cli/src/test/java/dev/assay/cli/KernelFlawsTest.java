package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalogue.forge.ModuleForge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Known flaws of kernels, and what their configuration and modules excuse. */
class KernelFlawsTest extends FeedTestProduct {
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

  @Test
  void aKernelOfADistributionIsLeftToItsPackage() throws IOException {
    write("boot/config-5.10.0-20-armmp", "CONFIG_MMU=y\nCONFIG_NETFILTER_XTABLES=y\n");
    evaluate("b", "--feed", feed());
    assertThat(file("b", "verdicts.jsonl")).doesNotContain("PACKAGE-KNOWN-");
  }
}
