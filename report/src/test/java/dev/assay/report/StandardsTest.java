package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.requirement.Requirements;
import dev.assay.model.requirement.Standard;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardsTest {
  @Test
  void standInTheirOrderAndThoseThatAreNotKnownLast() {
    List<String> known = Requirements.standards().stream().map(Standard::id).toList();
    List<String> shuffled = new ArrayList<>(known.reversed());
    shuffled.addFirst("zz:unknown");
    shuffled.addFirst("aa:unknown");
    shuffled.sort(Standards.ORDER);
    assertThat(shuffled.subList(0, known.size())).isEqualTo(known);
    assertThat(shuffled.subList(known.size(), shuffled.size()))
        .containsExactly("aa:unknown", "zz:unknown");
  }
}
