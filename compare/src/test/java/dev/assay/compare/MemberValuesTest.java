package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sizes and times of members are told where they differ. */
class MemberValuesTest {
  @Test
  void theSizeOfAMemberThatChangedIsTold() {
    assertThat(
            aspects(
                Forged.tar("x", "text\n", 0644, "root", 1),
                Forged.tar("x", "longer\n", 0644, "root", 1)))
        .contains(Aspect.change("size", "5 bytes", "7 bytes"));
  }

  @Test
  void membersOfOneSizeTellNone() {
    assertThat(
            aspects(
                Forged.tar("x", "text\n", 0644, "root", 1),
                Forged.tar("x", "test\n", 0644, "root", 1)))
        .noneMatch(aspect -> aspect.what().equals("size"));
  }

  @Test
  void theTimeOfEachMemberIsTold() {
    Compared found =
        Compared.bytes(
            Forged.tar("x", "text\n", 0644, "root", 1), Forged.tar("x", "text\n", 0644, "root", 2));
    assertThat(
            found
                .isEquivalentExcept(Equivalence.MTIME)
                .comparison()
                .findings()
                .getFirst()
                .aspects())
        .contains(
            Aspect.same(
                Equivalence.MTIME,
                "tar mtimes: `x`",
                "1970-01-01T00:00:01Z",
                "1970-01-01T00:00:02Z"));
  }

  /** With another mode, the header of the member is no longer the same but for its time. */
  @Test
  void timesAreToldWhereMembersDifferInMore() {
    assertThat(
            aspects(
                Forged.tar("x", "text\n", 0644, "root", 1),
                Forged.tar("x", "text\n", 0600, "root", 2)))
        .contains(Aspect.change("tar mtimes: `x`", "1970-01-01T00:00:01Z", "1970-01-01T00:00:02Z"));
  }

  private static List<Aspect> aspects(byte[] left, byte[] right) {
    return Compared.bytes(left, right).isDifferent().comparison().findings().stream()
        .flatMap(finding -> finding.aspects().stream())
        .toList();
  }
}
