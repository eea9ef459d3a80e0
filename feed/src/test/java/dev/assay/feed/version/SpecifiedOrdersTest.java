package dev.assay.feed.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders as the specifications themselves give them, oldest first; {@code =} joins equals. */
class SpecifiedOrdersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        // Debian Policy §5.6.12 and deb-version(7)
        "~~ ~~a ~ 0 a",
        "1.0~beta1~svn1245 1.0~beta1 1.0 1.0-1 1.0-1+deb12u1 1.0-1.1 1.0+dfsg-1 1.0.1",
        "1.1.1w-0+deb11u1 1.1.1w-0+deb11u2 1.1.1w-0+deb11u10 1.1.1w-1 0:3.0.0 1:0.1",
        "1:9.2p1-2+deb12u2 1:9.2p1-2+deb12u10 1:9.2p1-2.1",
        "1.0 = 0:1.0 = 1.00 = 1.0-0"
      })
  void debian(String order) {
    assertOrder(VersionScheme.DPKG, order);
    assertOrder(VersionScheme.OPKG, order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // rpm's own test-suite, rpmvercmp.at, and rpm-version(7)
        "2.0 2.0.1 2.0.1a",
        "5.5p1 5.5p2 5.5p10 5.6p1 6.5p1",
        "10xyz 10.1xyz",
        "xyz10 xyz10.1",
        "xyz.4 2 8",
        "1.0a 1.0aa",
        "10.0001 = 10.1 10.0039",
        "2_0 = 2.0",
        "1.0~rc1~git123 1.0~rc1 1.0~rc2 1.0 1.0^ 1.0^git1 1.0^git2 1.0.1",
        "1.0^git1~pre 1.0^git1",
        "4.999.9 5.0",
        "6.0 6.0.rc1",
        "1.0 1.0-1.el9 1.0-1.el9_2 1:0.1-1"
      })
  void rpm(String order) {
    assertOrder(VersionScheme.RPM, order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Alpine package policies; pairs of the same kind as in apk-tools' test data
        "0.1.0_alpha_pre2 0.1.0_alpha 0.1.0_alpha2 0.1.0_beta 0.1.0_pre 0.1.0_rc1 0.1.0 0.1.0_cvs 0.1.0_svn"
            + " 0.1.0_git20230101 0.1.0_hg 0.1.0_p1 0.1.0_p10 0.1.0a 0.1.0.1",
        "1.1.1w-r0 1.1.1w-r1 1.1.1w-r10 3.0.0-r0",
        "1.02.07 1.02.10-r1 1.1",
        "2.3.0b-r1 2.3.0b-r2 2.3.0b-r4",
        "021109-r3 20060512",
        "1.3_pre1-r1 1.3-r0 1.3.1-r0 1.3.2"
      })
  void alpine(String order) {
    assertOrder(VersionScheme.APK, order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // semver.org §11
        "1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0",
        "1.0.0 2.0.0 2.1.0 2.1.1",
        "1.0.0-99999999999999999999 1.0.0-100000000000000000000 1.0.0",
        "1.0.0+20130313144700 = 1.0.0+exp.sha.5114f85 = v1.0.0"
      })
  void semantic(String order) {
    assertOrder(VersionScheme.SEMVER, order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Maven POM reference, version order specification
        "1-alpha 1-beta 1-milestone 1-rc = 1-cr 1-SNAPSHOT 1 = 1.0 = 1-ga = 1-final 1-sp 1-foo 1-1 1.1",
        "1-rc1 1 1-sp1 1.0.1",
        "1-a1 = 1-alpha-1"
      })
  void maven(String order) {
    assertOrder(VersionScheme.MAVEN, order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // PEP 440, "Summary of permitted suffixes and relative ordering" and its examples
        "1.dev0 1.0.dev456 1.0a1 1.0a2.dev456 1.0a12.dev456 1.0a12 1.0b1.dev456 1.0b2 1.0b2.post345.dev456"
            + " 1.0b2.post345 1.0rc1.dev456 1.0rc1 1.0 1.0+abc.5 1.0+abc.7 1.0+5 1.0.post456.dev34"
            + " 1.0.post456 1.0.15 1.1.dev1",
        "2013.10 2014.04 1!1.0 1!2.0",
        "1.0 = 1.0.0 = v1 = 1",
        "1.1a1 = 1.1.alpha1 = 1.1-Alpha_1",
        "1.0.post1 = 1.0-1 = 1.0-r1 = 1.0rev1"
      })
  void python(String order) {
    assertOrder(VersionScheme.PYTHON, order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Go Modules Reference, pseudo-versions, and the Go toolchain's release names
        "v0.0.0-20180101000000-aaaaaaaaaaaa v0.0.0-20191109021931-daa7c04131f5 v0.0.1",
        "v1.2.3 v1.2.4-0.20191109021931-daa7c04131f5 v1.2.4",
        "v1.2.3-pre v1.2.3-pre.0.20191109021931-daa7c04131f5 v1.2.3-pre.1",
        "v2.0.0+incompatible = v2.0.0 = 2.0.0",
        "go1.20.14 go1.21beta1 go1.21rc2 go1.21rc10 go1.21 = 1.21.0 go1.21.5"
      })
  void go(String order) {
    assertOrder(VersionScheme.GO, order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.2-beta3 1.0.2 = 1.0.2.0 1.0.2a 1.0.2k 1.0.2zh 1.0.3 1.1.0",
        "4.19-rc3 4.19 4.19.1 4.19.10 5.0",
        "8.9p1 9.2p1 = 9.2-p1 9.2p2 9.8p1",
        "2021.01 2021.01.1 2021.04-rc1 2021.04",
        "v2.9 = 2.9 2.10"
      })
  void upstream(String order) {
    assertOrder(VersionScheme.GENERIC, order);
  }

  @ParameterizedTest
  @CsvSource({
    "dpkg,''",
    "dpkg,1:",
    "dpkg,a:1",
    "dpkg,1.0 2",
    "dpkg,1.0\u00e4",
    "rpm,1/2",
    "apk,1.0bc",
    "apk,23_foo",
    "apk,-r1",
    "apk,1.0-rc1",
    "apk,1.",
    "semver,1.0",
    "semver,1.0.0-",
    "semver,1.0.0-a..b",
    "semver,1.0.0+",
    "pep440,1.0-foo",
    "pep440,abc",
    "go,v1",
    "go,master",
    "generic,unknown",
    "generic,''",
    "maven,''"
  })
  void refusesWhatIsNoVersion(String scheme, String text) {
    VersionScheme versions = VersionScheme.named(scheme).orElseThrow();
    assertThat(versions.understands(text)).isFalse();
    assertThatThrownBy(() -> versions.compare(text, text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertOrder(VersionScheme scheme, String order) {
    // Each step is one place in the order; what stands in one place is equal.
    List<List<String>> places =
        List.of(order.replace(" = ", "=").split(" ")).stream()
            .map(place -> List.of(place.split("=")))
            .toList();
    for (int i = 0; i < places.size(); i++) {
      for (int j = 0; j < places.size(); j++) {
        for (String left : places.get(i)) {
          for (String right : places.get(j)) {
            assertThat(Integer.signum(scheme.compare(left, right)))
                .as("%s %s %s", scheme.name(), left, right)
                .isEqualTo(Integer.compare(i, j));
          }
        }
      }
    }
  }
}
