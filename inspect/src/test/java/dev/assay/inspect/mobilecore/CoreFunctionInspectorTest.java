package dev.assay.inspect.mobilecore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.starts.Products;
import dev.assay.model.Described;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreFunctionInspectorTest {
  @TempDir Path directory;

  private Described described(String path, String text) {
    return new Products(directory).file(path, text).components("core-function").getFirst();
  }

  private CoreFunctionFacts open5gs(String name, String text) {
    return (CoreFunctionFacts) described("etc/open5gs/" + name + ".yaml", text).facts();
  }

  @Test
  void bothLayoutsOfOpen5gsGiveTheSameListeners() {
    CoreFunctionFacts old =
        open5gs(
            "amf",
            "amf:\n  sbi:\n    - addr: [127.0.0.5, 192.0.2.5]\n      port: 7777\n  ngap:\n    addr: 0.0.0.0\n");
    assertThat(old.listeners())
        .containsExactly(
            Listener.of("ngap", "0.0.0.0", 0),
            Listener.of("sbi", "127.0.0.5", 7777),
            Listener.of("sbi", "192.0.2.5", 7777));
    CoreFunctionFacts fresh =
        open5gs(
            "amf",
            "amf:\n  sbi:\n    server:\n      - address: 192.0.2.5\n        port: 7777\n    client:\n"
                + "      nrf:\n        - uri: http://192.0.2.9\n  ngap:\n    server:\n      - dev: eth1\n");
    assertThat(fresh.listeners())
        .containsExactly(
            Listener.of("ngap", "interface eth1", 0), Listener.of("sbi", "192.0.2.5", 7777));
  }

  @Test
  void anInterfaceWithoutAddressIsOpenOnAll() {
    assertThat(open5gs("mme", "mme:\n  s1ap:\n").listeners())
        .containsExactly(Listener.of("s1ap", "*", 0));
  }

  @Test
  void theDatabasesPasswordIsNotShown() {
    Described hss =
        described("etc/open5gs/hss.yaml", "db_uri: mongodb://u:hunter2@db.example/open5gs\n");
    CoreFunctionFacts facts = (CoreFunctionFacts) hss.facts();
    assertThat(facts.databaseRemote() && facts.databaseLogin()).isTrue();
    assertThat(facts.databaseTls()).isFalse();
    assertThat(hss.evidence().toString()).doesNotContain("hunter2");
    assertThat(open5gs("hss", "db_uri: mongodb+srv://u:p@db.example/x\n").databaseTls()).isTrue();
    assertThat(open5gs("hss", "db_uri: mongodb://localhost/open5gs\n").databaseRemote()).isFalse();
  }

  @Test
  void theSessionFunctionTellsBaseStationsAboutTheIntegrityOfUserData() {
    String told =
        "smf:\n  security_indication:\n    integrity_protection_indication: Required\n"
            + "    confidentiality_protection_indication: not-needed\n";
    assertThat(open5gs("smf", told).userIntegrity()).isEqualTo("required");
    assertThat(open5gs("smf", "smf:\n  ctf:\n    enabled: auto\n").userIntegrity()).isEmpty();
    assertThat(described("etc/open5gs/smf.yaml", "smf:\n  mtu: 1400\n").evidence().toString())
        .contains("smf.security_indication is not set");
  }

  @Test
  void aFileThatIsNotYamlIsUnknown() {
    assertThat(described("etc/open5gs/mme.yaml", "mme: [a\n").unknown())
        .containsKeys("ciphering", "listeners");
  }

  @Test
  void srsEpcHasTheDefaultsOfItsProgram() {
    CoreFunctionFacts facts =
        (CoreFunctionFacts)
            described("etc/srsran/epc.conf", "[mme]\nmcc = 001\n[spgw]\nsgi_if_addr = 1\n").facts();
    assertThat(facts.ciphering()).containsExactly("EEA0");
    assertThat(facts.integrity()).containsExactly("EIA1");
    assertThat(facts.testNetwork()).isTrue();
  }
}
