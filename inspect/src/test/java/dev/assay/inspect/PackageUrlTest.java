package dev.assay.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackageUrlTest {
  /**
   * What others read as a separator, a qualifier or a blank is encoded; what dpkg's versions hold
   * stands for itself.
   */
  @Test
  void encodesWhatWouldBeReadOtherwise() {
    assertThat(PackageUrl.generic("org.example.app", "1.0 beta+2/r?3@x#y%"))
        .isEqualTo("pkg:generic/org.example.app@1.0%20beta%2B2%2Fr%3F3%40x%23y%25");
    assertThat(PackageUrl.generic("name", "1:2~3")).isEqualTo("pkg:generic/name@1:2~3");
  }

  @Test
  void saysNothingOfAVersionThatIsNotKnown() {
    assertThat(PackageUrl.generic("dropbear", "")).isEqualTo("pkg:generic/dropbear");
  }
}
