package dev.assay.inspect.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file is the build whose id it has, if it can be. */
class BuildsTest {
  /** All builds of one release of a product for one architecture. */
  static Stream<List<Build>> releases() {
    return Builds.all().stream()
        .collect(
            Collectors.groupingBy(
                build -> String.join(" ", build.product(), build.version(), build.machine()),
                TreeMap::new,
                Collectors.toList()))
        .values()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyBuildIsKnownByItsId(List<Build> release) {
    Build first = release.getFirst();
    List<Described> found = software(release);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().component().name()).isEqualTo(first.product());
    assertThat(found.getFirst().component().version()).isEqualTo(first.version());
    assertThat(((SoftwareFacts) found.getFirst().facts()).places()).hasSameSizeAs(release);
  }

  @ParameterizedTest
  @MethodSource("releases")
  void noFileIsABuildOfAnotherIdArchitectureLengthOrSoname(List<Build> release) {
    assertThat(software(release.stream().flatMap(BuildsTest::others).toList()))
        .allSatisfy(each -> assertThat(each.component().version()).isEmpty());
  }

  /** Builds that differ from this one in one point. */
  private static Stream<Build> others(Build build) {
    String id = (build.id().charAt(0) == '0' ? "1" : "0") + build.id().substring(1);
    String machine = build.machine().equals("ARM") ? "x86" : "ARM";
    return Stream.of(
        with(build, id, build.machine(), build.codeSize(), build.soname()),
        with(build, build.id(), machine, build.codeSize(), build.soname()),
        with(build, build.id(), build.machine(), build.codeSize() + 1, build.soname()),
        with(build, build.id(), build.machine(), build.codeSize(), build.soname() + "x"));
  }

  @Test
  void theEvidenceNamesTheIdAndWhereTheBuildIsFrom() {
    Build build = any();
    Described found = software(List.of(build)).getFirst();
    assertThat(found.evidence().getFirst().evidence().excerpt())
        .isEqualTo("build id " + build.id() + " of " + build.origin());
    assertThat(found.component().purl())
        .isEqualTo("pkg:generic/" + build.product() + "@" + build.version());
  }

  /** Its distribution may have mended what the product's makers had not. */
  @Test
  void theVersionOfADistributionsBuildIsInDoubt() {
    assertThat(software(List.of(any())).getFirst().unknown())
        .extractingByKey("version")
        .asString()
        .contains("package of a distribution");
  }

  @Test
  void everyRowIsOfAProductAndNamesOnePackage() {
    assertThat(Builds.all())
        .allSatisfy(
            build -> {
              assertThat(Products.standard().named(build.product())).isPresent();
              assertThat(build.id()).matches("[0-9a-f]{32,128}");
              assertThat(build.version()).matches("[0-9][0-9a-z.-]*");
              assertThat(build.origin()).matches("(Debian|Ubuntu) [a-z0-9+.-]+ [^ ]+ [a-z0-9]+");
            });
  }

  private static Build any() {
    return Builds.all().stream()
        .filter(build -> build.product().equals("libmnl"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Described> software(List<Build> builds) {
    Tree tree = Tree.ofASystem();
    for (int i = 0; i < builds.size(); i++) {
      tree.file("usr/lib/" + i, ElfOfBuild.of(builds.get(i)));
    }
    return tree.all("software");
  }

  private static Build with(Build build, String id, String machine, long codeSize, String soname) {
    return new Build(
        id, build.product(), build.version(), machine, codeSize, soname, build.origin());
  }
}
