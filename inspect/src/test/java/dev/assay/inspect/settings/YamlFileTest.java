package dev.assay.inspect.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Place;
import org.junit.jupiter.api.Test;

class YamlFileTest {
  private static FlatSettings read(String text) {
    return YamlFile.read(LibConfigTest.file(text));
  }

  @Test
  void laysMapsAndListsFlatWithTheirLines() {
    FlatSettings settings =
        read("mme:\n  s1ap:\n    server:\n      - address: 192.0.2.1\n  tac: [1, 2]\n");
    Setting address = settings.find("mme.s1ap.server[0].address").orElseThrow();
    assertThat(address.value()).isEqualTo("192.0.2.1");
    assertThat(address.at().place()).isEqualTo(new Place.Line(4));
    assertThat(settings.all("mme.tac").stream().map(Setting::value)).containsExactly("1", "2");
    assertThat(settings.whole()).isTrue();
  }

  @Test
  void whatIsNoYamlOrTooDeepOrAnAliasIsNotWhole() {
    assertThat(read("a: [b").whole()).isFalse();
    assertThat(read("[".repeat(10_000)).whole()).isFalse();
    assertThat(read("a: &x 1\nb: *x\nc: 2\n").whole()).isFalse();
    assertThat(read("a: &x 1\nb: *x\nc: 2\n").find("c")).isPresent();
  }
}
