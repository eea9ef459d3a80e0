package dev.assay.assess.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Component;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import dev.assay.model.Risk;
import dev.assay.model.RiskSigns;
import dev.assay.model.RiskSigns.Exposure;
import dev.assay.model.RiskSigns.Grant;
import dev.assay.model.RiskSigns.Privilege;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RisksTest {
  private static final Weights WEIGHTS = Weights.standard();
  private static final RiskSigns HARMLESS =
      RiskSigns.UNKNOWN
          .withExposure(Exposure.NONE, "no sockets")
          .withSurface(1000, 1, "small")
          .withMemoryUnsafe(false, "Go")
          .withParsesInput(false, "reads nothing")
          .withPrivilege(Privilege.USER, "no more than its user");

  private static Described component(String name, RiskSigns signs) {
    Component component =
        new Component("executable:" + name, "executable", name, "", "", "", List.of(name));
    return new Described(component, new Nothing(), List.of(), Map.of(), signs);
  }

  record Nothing() {}

  private static Risk risk(String name, Described... components) {
    return Risks.of(List.of(components), WEIGHTS).stream()
        .filter(risk -> risk.component().equals("executable:" + name))
        .findFirst()
        .orElseThrow();
  }

  @Example
  void aNetworkDaemonThatRunsAsRootIsInTheDeepestTier() {
    Described daemon =
        component(
            "sshd",
            HARMLESS
                .withExposure(Exposure.LISTENS, "imports listen")
                .withPrivilege(Privilege.FULL, "runs as root"));
    assertThat(risk("sshd", daemon, component("true", HARMLESS)).tier()).isEqualTo(1);
  }

  @Example
  void whatIsUnknownTakesTheWorstValueAndSaysSo() {
    Risk risk = risk("blob", component("blob", RiskSigns.UNKNOWN));
    assertThat(risk.factors())
        .filteredOn(factor -> factor.name().equals("exposure"))
        .singleElement()
        .satisfies(factor -> assertThat(factor.value()).isEqualTo(1.0))
        .satisfies(
            factor ->
                assertThat(factor.why())
                    .isEqualTo("how it is reached is unknown; the worst value is taken"))
        .satisfies(factor -> assertThat(factor.evidence()).isEmpty());
    Described worst =
        component(
            "worst",
            RiskSigns.UNKNOWN
                .withExposure(Exposure.LISTENS, "")
                .withSurface(Long.MAX_VALUE, Integer.MAX_VALUE, "")
                .withMemoryUnsafe(true, "")
                .withParsesInput(true, "")
                .withPrivilege(Privilege.FULL, ""));
    assertThat(risk.score()).isEqualTo(risk("worst", worst).score());
  }

  @Example
  void aServiceThatStartsABinaryAsRootRaisesTheBinary() {
    Described binary =
        component("httpd", HARMLESS.withLinks(Set.of("path:/usr/sbin/httpd"), Set.of(), Set.of()));
    Described service =
        component(
            "httpd.service",
            HARMLESS.withGrants(
                List.of(
                    new Grant(
                        "path:/usr/sbin/httpd",
                        Optional.of(Exposure.LISTENS),
                        Optional.of(Privilege.FULL),
                        "started as root by httpd.service"))));
    Risk raised = risk("httpd", binary, service);
    assertThat(raised.score()).isGreaterThan(risk("httpd", binary).score());
    assertThat(raised.factors())
        .anySatisfy(factor -> assertThat(factor.why()).contains("started as root"));
  }

  @Example
  void everyFactorSaysWhereItWasSeenAndWhereItsTermComesFrom() {
    Evidence line = Evidence.line("etc/init.d/httpd", 4, "/usr/sbin/httpd -p 80");
    Described program =
        component("httpd", HARMLESS.withLinks(Set.of("path:/usr/sbin/httpd"), Set.of(), Set.of()));
    Described service =
        component(
            "httpd.service",
            HARMLESS.withGrants(
                List.of(
                    new Grant(
                        "path:/usr/sbin/httpd",
                        Optional.of(Exposure.LISTENS),
                        Optional.of(Privilege.FULL),
                        "started as root",
                        Optional.of(line)))));
    Risk risk = risk("httpd", program, service);
    assertThat(risk.factors())
        .filteredOn(factor -> List.of("exposure", "privilege").contains(factor.name()))
        .hasSize(2)
        .allSatisfy(factor -> assertThat(factor.evidence()).containsExactly(line));
    assertThat(risk.factors())
        .allSatisfy(factor -> assertThat(factor.source()).isNotBlank())
        .filteredOn(factor -> factor.name().equals("surface"))
        .allSatisfy(
            factor ->
                assertThat(factor.evidence())
                    .containsExactly(
                        Evidence.whole(program.component().artifacts().getFirst(), "")));
  }

  @Example
  void aLibraryIsDrawnTowardsTheRiskiestProgramThatUsesIt() {
    Described library =
        component("libz", HARMLESS.withLinks(Set.of("so:libz.so.1"), Set.of(), Set.of()));
    Described program =
        component(
            "server",
            HARMLESS
                .withExposure(Exposure.LISTENS, "listens")
                .withPrivilege(Privilege.FULL, "root")
                .withLinks(Set.of(), Set.of("so:libz.so.1"), Set.of()));
    assertThat(risk("libz", library, program).score()).isGreaterThan(risk("libz", library).score());
  }

  @Example
  void componentsThatUseEachOtherInACircleGetAScore() {
    Described a = component("a", HARMLESS.withLinks(Set.of("so:a"), Set.of("so:b"), Set.of()));
    Described b = component("b", HARMLESS.withLinks(Set.of("so:b"), Set.of("so:a"), Set.of()));
    assertThat(risk("a", a, b).score()).isEqualTo(risk("b", a, b).score());
  }

  @Property
  void oneMoreWeaknessNeverLowersAScore(
      @ForAll @IntRange(min = 0, max = 3) int exposure,
      @ForAll @IntRange(min = 0, max = 2) int privilege,
      @ForAll @LongRange(min = 0, max = 1L << 40) long size,
      @ForAll @IntRange(min = 0, max = 100_000) int entries,
      @ForAll boolean unsafe,
      @ForAll boolean parses,
      @ForAll @IntRange(min = 0, max = 5) int weakened) {
    RiskSigns before =
        RiskSigns.UNKNOWN
            .withExposure(Exposure.values()[exposure], "")
            .withSurface(size, entries, "")
            .withMemoryUnsafe(unsafe, "")
            .withParsesInput(parses, "")
            .withPrivilege(Privilege.values()[privilege], "");
    RiskSigns after =
        switch (weakened) {
          case 0 -> before.withExposure(Exposure.values()[Math.max(0, exposure - 1)], "");
          case 1 -> before.withSurface(size * 2, entries, "");
          case 2 -> before.withSurface(size, entries + 100, "");
          case 3 -> before.withMemoryUnsafe(true, "");
          case 4 -> before.withParsesInput(true, "");
          default -> before.withPrivilege(Privilege.values()[Math.max(0, privilege - 1)], "");
        };
    Risk was = risk("x", component("x", before));
    Risk is = risk("x", component("x", after));
    assertThat(is.score()).isGreaterThanOrEqualTo(was.score());
    assertThat(is.tier()).isLessThanOrEqualTo(was.tier());
  }

  @Property(tries = 50)
  void theOrderOfComponentsDoesNotMatter(@ForAll Random random) {
    List<Described> components = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      components.add(
          component(
              "c" + i,
              HARMLESS
                  .withExposure(Exposure.values()[i % 4], "e" + i)
                  .withLinks(Set.of("so:" + i), Set.of("so:" + i * 7 % 20), Set.of())));
    }
    List<Risk> ordered = Risks.of(components, WEIGHTS);
    Collections.shuffle(components, random);
    assertThat(Risks.of(components, WEIGHTS)).containsExactlyInAnyOrderElementsOf(ordered);
  }
}
