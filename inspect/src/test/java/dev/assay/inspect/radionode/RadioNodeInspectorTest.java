package dev.assay.inspect.radionode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.cellular.Listener;
import dev.assay.inspect.starts.Products;
import dev.assay.model.Described;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RadioNodeInspectorTest {
  @TempDir Path directory;

  private List<Described> nodes(String path, String text) {
    return new Products(directory).file(path, text).components("radio-node");
  }

  @Test
  void srsEnbHasTheDefaultsOfItsProgram() {
    RadioNodeFacts facts =
        (RadioNodeFacts)
            nodes("etc/srsran/enb.conf", "[enb]\nmcc = 262 # operator\n[rf]\ntx_gain = 80\n")
                .getFirst()
                .facts();
    assertThat(facts.ciphering()).containsExactly("EEA0", "EEA2", "EEA1");
    assertThat(facts.integrity()).containsExactly("EIA2", "EIA1", "EIA0");
    assertThat(facts.listeners()).noneMatch(Listener::everywhere);
    assertThat(facts.logFile()).isEqualTo("/tmp/ue.log");
    assertThat(facts.testNetwork()).isFalse();
  }

  @Test
  void whatOpenAirInterfaceLeavesOutIsUnknown() {
    Described gnb =
        nodes("etc/oai/gnb.conf", "Active_gNBs = ( \"g\" );\ngNBs = ( { gNB_ID = 1; } );\n")
            .getFirst();
    assertThat(gnb.unknown())
        .containsOnlyKeys("ciphering", "integrity", "userCiphering", "userIntegrity");
  }

  @Test
  void openAirInterfaceIsReadFromLibconfig() {
    RadioNodeFacts facts =
        (RadioNodeFacts)
            nodes(
                    "opt/gnb.sa.conf",
                    """
                    Active_gNBs = ( "gNB-OAI");
                    gNBs = ( { plmn_list = ( { mcc = 001; mnc = 01; } );
                      amf_ip_address = ( { ipv4 = "192.0.2.1"; } );
                      NETWORK_INTERFACES : { GNB_IPV4_ADDRESS_FOR_NGU = "0.0.0.0/0"; }; } );
                    security = { ciphering_algorithms = ( "nea0" ); integrity_algorithms = ( "nia2", "nia0" );
                      drb_ciphering = "yes"; drb_integrity = "no"; };
                    log_config : { rrc_log_level = "debug"; };
                    """)
                .getFirst()
                .facts();
    assertThat(facts.generation()).isEqualTo("5G");
    assertThat(facts.coreAddress()).isEqualTo("192.0.2.1");
    assertThat(facts.ciphering()).containsExactly("NEA0");
    assertThat(facts.integrity()).containsExactly("NIA2", "NIA0");
    assertThat(facts.userCiphering()).isTrue();
    assertThat(facts.userIntegrity()).isFalse();
    assertThat(facts.listeners().getFirst().everywhere()).isTrue();
    assertThat(facts.debugLogging() && facts.testNetwork()).isTrue();
  }

  @Test
  void anotherProgramsFileOfThatNameIsNone() {
    assertThat(nodes("etc/cups.conf", "[enb]\nmcc = 1\n")).isEmpty();
    assertThat(nodes("etc/cu.conf", "a = 1;\n")).isEmpty();
  }
}
