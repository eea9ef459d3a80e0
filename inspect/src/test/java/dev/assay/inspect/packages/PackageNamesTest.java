package dev.assay.inspect.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Component;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is installed has the names by which others know it. */
class PackageNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ID=debian~VERSION_ID="12" | pkg:generic/debian@12 | cpe:2.3:o:debian:debian_linux:12:*:*:*:*:*:*:*
          ID=alpine~VERSION_ID=3.19.1 | pkg:generic/alpine@3.19.1 | cpe:2.3:o:alpinelinux:alpine_linux:3.19.1:*:*:*:*:*:*:*
          ID=debian~VERSION_ID=1:2 | pkg:generic/debian@1:2 | cpe:2.3:o:debian:debian_linux:*:*:*:*:*:*:*:*
          ID=fedora~VERSION_ID=40~CPE_NAME="cpe:/o:fedoraproject:fedora:40" | pkg:generic/fedora@40 | cpe:2.3:o:fedoraproject:fedora:40:*:*:*:*:*:*:*
          ID=wrlinux~CPE_NAME="cpe:2.3:o:windriver:linux:10:*:*:*:*:*:*:*" | pkg:generic/wrlinux | cpe:2.3:o:windriver:linux:10:*:*:*:*:*:*:*
          ID=debian~CPE_NAME="cpe:/o:%00:x" | pkg:generic/debian | cpe:2.3:o:debian:debian_linux:*:*:*:*:*:*:*:*
          ID=acme-os~VERSION_ID=7 | pkg:generic/acme-os@7 | ''
          NAME=Nameless | '' | ''
          """)
  void anOperatingSystemHasTheNamesThatOthersKnowItBy(String release, String purl, String cpe) {
    Component found =
        Tree.ofASystem()
            .file("etc/os-release", release.replace('~', '\n') + "\n")
            .only("operating-system")
            .component();
    assertThat(found.purl()).isEqualTo(purl);
    assertThat(found.cpe()).isEqualTo(cpe);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          libssl3 | openssl | 3.0.9-1 | cpe:2.3:a:openssl:openssl:3.0.9:*:*:*:*:*:*:*
          openssh-server | openssh | 1:9.2p1-2+deb12u10 | cpe:2.3:a:openbsd:openssh:9.2:p1:*:*:*:*:*:*
          libxml2 | '' | 2.9.14+dfsg-1.3~deb12u1 | cpe:2.3:a:xmlsoft:libxml2:2.9.14:*:*:*:*:*:*:*
          bash | '' | 5.2.15-2+b7 | cpe:2.3:a:gnu:bash:5.2.15:*:*:*:*:*:*:*
          curl | curl (8.0) | 7.88.1-10 | cpe:2.3:a:haxx:curl:8.0:*:*:*:*:*:*:*
          bash | '' | 5.2+20201114%1 | cpe:2.3:a:gnu:bash:*:*:*:*:*:*:*:*
          our-agent | our-agent | 1.0-1 | ''
          """)
  void aPackageHasTheNameThatItsSourceHasInNvd(
      String name, String source, String version, String cpe) {
    String status =
        "Package: %s\nStatus: install ok installed\n%sVersion: %s\nArchitecture: arm64\n\n"
            .formatted(name, source.isEmpty() ? "" : "Source: " + source + "\n", version);
    Component found =
        Tree.ofASystem().file("var/lib/dpkg/status", status).only("package").component();
    assertThat(found.cpe()).isEqualTo(cpe);
  }
}
