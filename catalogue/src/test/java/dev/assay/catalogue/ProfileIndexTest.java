package dev.assay.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProfileIndexTest {
  private static final ProfileIndex INDEX =
      ProfileIndex.read(
          List.of("station\tkernel radio service", "device\tkernel service", "phone\tapp kernel"));

  @Test
  void namesProfilesAsTheyStand() {
    assertThat(INDEX.names()).containsExactly("station", "device", "phone");
  }

  @Test
  void findsWhatAnotherProfileWouldTest() {
    assertThat(INDEX.beyond("device", Set.of("app", "kernel", "sbom")))
        .hasSize(1)
        .containsEntry("phone", new TreeSet<>(Set.of("app")));
  }

  @Test
  void findsNothingWhereTheProfileHasTestCasesForAll() {
    assertThat(INDEX.beyond("station", Set.of("kernel", "radio", "sbom"))).isEmpty();
  }

  @Test
  void leavesOutAProfileThatAddsNothingToASmallerOne() {
    assertThat(INDEX.beyond("phone", Set.of("service", "kernel"))).containsOnlyKeys("device");
    assertThat(INDEX.beyond("phone", Set.of("service", "radio")))
        .containsOnlyKeys("device", "station");
  }
}
