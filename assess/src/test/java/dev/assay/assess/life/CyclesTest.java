package dev.assay.assess.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CyclesTest {
  @ParameterizedTest
  @CsvSource({
    "software:openssl, 1.1.1w, 1.1.1",
    "software:openssl, 1.0.2, 1.0.2",
    "software:python, 3.10.4, 3.10",
    "os:alpine, 3.19.1, 3.19",
    "kernel:linux, 4.19.0, 4.19",
    "kernel:linux, 5.10.110-vendor, 5.10",
    "pkg:maven/log4j/log4j, 1.2.17, 1",
  })
  void findsTheLineOfAVersion(String name, String version, String releases) {
    assertThat(Cycles.find(name, version).map(Cycle::releases)).contains(releases);
  }

  @ParameterizedTest
  @CsvSource({
    "os:debian, 110",
    "software:busybox, 1.36.1",
    "kernel:linux, 4.90.1",
    "kernel:linux, 3.100.1",
    "software:openssl, 4.0.0",
    "pkg:maven/log4j/log4j, 2.17.1",
    "os:nothing, 1",
  })
  void saysNothingOfVersionsThatTheTableDoesNotHave(String name, String version) {
    assertThat(Cycles.find(name, version)).isEmpty();
  }

  @Test
  void namesWhereTheDayIsFrom() {
    assertThat(Cycles.find("os:debian", "10").map(Cycle::told))
        .isEqualTo(
            Optional.of("debian 10 is mended until 2024-06-30 (https://wiki.debian.org/LTS)"));
  }
}
