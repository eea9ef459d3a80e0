package dev.assay.inspect.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DurationsTest {
  @Test
  void addsTheUnitsUp() {
    assertThat(Durations.seconds("90")).contains(90L);
    assertThat(Durations.seconds("1h 30min")).contains(5_400L);
    assertThat(Durations.seconds("2d")).contains(172_800L);
    assertThat(Durations.seconds("1month")).contains(2_629_800L);
  }

  @Test
  void tellsWhatIsNoTime() {
    assertThat(Durations.seconds("")).isEmpty();
    assertThat(Durations.seconds("soon")).isEmpty();
    assertThat(Durations.seconds("5m then")).isEmpty();
    assertThat(Durations.seconds("1".repeat(200))).isEmpty();
  }
}
