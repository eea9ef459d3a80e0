package dev.assay.inspect.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.inspect.clock.TimeSyncFacts.Key;
import dev.assay.inspect.clock.TimeSyncFacts.Source;
import dev.assay.model.Described;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClockInspectorTest {
  private static TimeSyncFacts facts(Tree tree) {
    return (TimeSyncFacts) tree.only("time-sync").facts();
  }

  @Test
  void readsTheDirectoriesOfChrony() {
    TimeSyncFacts facts =
        facts(
            Tree.ofASystem()
                .file("etc/chrony/chrony.conf", "confdir /etc/chrony/conf.d\nallow 10.0.0.0/8\n")
                .file(
                    "etc/chrony/conf.d/a.conf", "sourcedir /etc/chrony/sources.d\nmakestep 1 -1\n")
                .file("etc/chrony/sources.d/b.sources", "server a.example iburst nts\npool b\n"));
    assertThat(facts.sources())
        .containsExactly(new Source("a.example", "server", true), new Source("b", "pool", false));
    assertThat(facts.servesEverybody()).isFalse();
    assertThat(facts.stepsAnytime()).isTrue();
    assertThat(facts.authenticatedOnly()).isFalse();
  }

  @Test
  void readsKeysAndShowsNone() {
    Described described =
        Tree.ofASystem()
            .file("etc/chrony.conf", "keyfile /etc/chrony.keys\n")
            .file(
                "etc/chrony.keys",
                0640,
                0,
                0,
                "1 MD5 HEX:00ff\n2 AES128 ASCII:Zaq1xsw2\n3 old\n".getBytes(StandardCharsets.UTF_8))
            .only("time-sync");
    assertThat(((TimeSyncFacts) described.facts()).keys())
        .containsExactly(
            new Key("1", "MD5", 16), new Key("2", "AES128", 64), new Key("3", "MD5", 24));
    assertThat(described.evidence())
        .noneMatch(each -> each.evidence().excerpt().contains("Zaq1xsw2"));
  }

  @Test
  void everybodyMayDoWhatOneOfTheDefaultLinesAllows() {
    TimeSyncFacts facts =
        facts(
            Tree.ofASystem()
                .file(
                    "etc/ntp.conf",
                    "restrict -4 default nomodify noquery limited\n"
                        + "restrict -6 default nomodify nopeer\nserver -4 a key 3\n"));
    assertThat(facts.openQueries()).isTrue();
    assertThat(facts.openChanges()).isFalse();
    assertThat(facts.openPeers()).isTrue();
    assertThat(facts.sources()).containsExactly(new Source("a", "server", true));
  }

  @Test
  void withoutADefaultLineEverythingIsOpen() {
    TimeSyncFacts facts = facts(Tree.ofASystem().file("etc/ntp.conf", "server a\n"));
    assertThat(facts.openChanges()).isTrue();
    assertThat(facts.servesEverybody()).isTrue();
  }

  @Test
  void timesyncdCountsOnlyWhereNoOtherDaemonIs() {
    Tree tree =
        Tree.ofASystem()
            .file("etc/systemd/timesyncd.conf", "[Time]\n#FallbackNTP=a.example b.example\n");
    assertThat(facts(tree).sources())
        .extracting(Source::name)
        .containsExactly("a.example", "b.example");
    assertThat(facts(tree.file("etc/chrony.conf", "")).daemon()).isEqualTo("chrony");
  }

  @Test
  void readsPtpWhateverTheCaseOfItsKeys() {
    PtpClockFacts facts =
        (PtpClockFacts)
            Tree.ofASystem()
                .file(
                    "etc/linuxptp/ptp4l.conf",
                    "[global]\nslaveOnly\t1\ndomainNumber 24\nsanity_freq_limit 0\n")
                .only("ptp-clock")
                .facts();
    assertThat(facts.clientOnly()).isTrue();
    assertThat(facts.domain()).isEqualTo(24);
    assertThat(facts.frequencyGuard()).isFalse();
    assertThat(facts.transport()).isEqualTo("udpv4");
  }
}
