package dev.assay.inspect.osmocom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.starts.Products;
import dev.assay.model.Described;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsmocomInspectorTest {
  @TempDir Path directory;

  private Described described(String daemon, String text) {
    return new Products(directory)
        .file("etc/osmocom/osmo-" + daemon + ".cfg", text).components("osmocom-element").stream()
            .filter(each -> each.component().name().equals("osmo-" + daemon))
            .findFirst()
            .orElseThrow();
  }

  private OsmocomFacts facts(String daemon, String text) {
    return (OsmocomFacts) described(daemon, text).facts();
  }

  @Test
  void anEmptyFileHasTheProgramsDefaultsAndSaysSo() {
    OsmocomFacts bsc = facts("bsc", "");
    assertThat(bsc.vtyAddress()).isEqualTo("127.0.0.1");
    assertThat(bsc.login() || bsc.password() || bsc.vtyReachable()).isFalse();
    assertThat(bsc.a5()).containsExactly(1, 3);
    assertThat(described("bsc", "").evidence())
        .anyMatch(
            seen ->
                seen.fact().equals("a5")
                    && seen.evidence()
                        .excerpt()
                        .equals("encryption a5 is not set; the default is [1, 3]"));
    assertThat(facts("sgsn", "").gea()).containsExactly(0);
    assertThat(facts("sgsn", "").authPolicy()).isEqualTo("closed");
    assertThat(facts("hlr", "").listeners()).containsExactly(Listener.of("gsup", "*", 4222));
  }

  @Test
  void aCommandBelongsToTheNodeItIsIndentedUnder() {
    OsmocomFacts facts =
        facts(
            "bts",
            """
            ! bind 0.0.0.0
            ctrl
              bind 192.0.2.1
            line vty
             no login
             login
            bts 0
             gsmtap-sapi ccch
             trx 0
              bind 0.0.0.0
            """);
    assertThat(facts.controlAddress()).isEqualTo("192.0.2.1");
    assertThat(facts.vtyReachable()).isFalse();
    assertThat(facts.login()).isTrue();
    assertThat(facts.gsmtapChannels()).containsExactly("ccch");
  }

  @Test
  void theLastOfACommandCounts() {
    assertThat(facts("bsc", "network\n encryption a5 0\n encryption a5 3 4\n").a5())
        .containsExactly(3, 4);
    assertThat(facts("msc", "msc\n no assign-tmsi\n assign-tmsi\n").assignsTmsi()).isTrue();
  }

  @Test
  void passwordsAreJudgedButNotShown() {
    Described described = described("msc", "password hunter2hunter2\nenable password foo\n");
    OsmocomFacts facts = (OsmocomFacts) described.facts();
    assertThat(facts.password() && facts.enablePassword()).isTrue();
    assertThat(facts.passwordGuessable()).isTrue();
    assertThat(described.evidence().toString()).doesNotContain("hunter2", "foo");
    assertThat(facts("msc", "password 8 ab01FAX.bQRSU\n").passwordsHashed()).isTrue();
    assertThat(facts("msc", "password 8 ab01FAX.bQRSU\n").passwordGuessable()).isFalse();
  }

  @Test
  void signallingListensOnAllAddressesWithoutLocalIp() {
    String open = "cs7 instance 0\n listen m3ua 2905\n  accept-asp-connections dynamic-permitted\n";
    assertThat(facts("stp", open).listeners()).containsExactly(Listener.of("m3ua", "*", 2905));
    assertThat(facts("stp", open).dynamicPeers()).isTrue();
    assertThat(facts("stp", open + "  local-ip 127.0.0.1\n").listeners())
        .containsExactly(Listener.of("m3ua", "127.0.0.1", 2905));
  }

  @Test
  void gsmtapOnTheDeviceIsNoRemoteHost() {
    assertThat(facts("bsc", "log gsmtap\n").gsmtapHosts()).isEmpty();
    assertThat(facts("bsc", "log gsmtap 127.0.0.1\n").gsmtapHosts()).isEmpty();
    assertThat(facts("bsc", "log gsmtap 192.0.2.1\n").gsmtapHosts()).containsExactly("192.0.2.1");
  }
}
