package dev.assay.inspect.netconf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.inspect.cellular.Listener;
import dev.assay.model.Described;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetconfInspectorTest {
  private static final String DATA = "etc/sysrepo/data/";

  private static Described server(Tree tree) {
    return tree.only("netconf-server");
  }

  private static NetconfServerFacts facts(Tree tree) {
    return (NetconfServerFacts) server(tree).facts();
  }

  @Test
  void jsonAndXmlOfOneModelGiveTheSameFacts() {
    NetconfServerFacts json =
        facts(
            Tree.ofASystem()
                .file(
                    DATA + "ietf-netconf-server.startup",
                    """
                    {"ietf-netconf-server:netconf-server": {"listen": {"endpoints": {"endpoint": [
                      {"name": "a", "ssh": {"tcp-server-parameters":
                        {"local-bind": [{"local-address": "192.0.2.1", "local-port": 8300}]}}},
                      {"name": "b", "ssh": {"tcp-server-parameters": {"local-address": "::"},
                        "ssh-server-parameters": {
                        "client-authentication": {"users": {"user": [
                          {"name": "one", "password": "$6$x$y"}, {"name": "two", "none": [null]}]}},
                        "transport-params": {"mac": {"mac-alg":
                          ["ietf-ssh-common:hmac-sha1", "hmac-sha2-256"]}}}}}]}}}}
                    """));
    NetconfServerFacts xml =
        facts(
            Tree.ofASystem()
                .file(
                    "etc/netopeer2/start.xml",
                    """
                    <config><netconf-server xmlns="urn:x"><listen><endpoints>
                      <endpoint><name>a</name><ssh><tcp-server-parameters><local-bind>
                        <local-address>192.0.2.1</local-address><local-port>8300</local-port>
                        </local-bind></tcp-server-parameters></ssh></endpoint>
                      <endpoint><name>b</name><ssh>
                        <tcp-server-parameters><local-address>::</local-address></tcp-server-parameters>
                        <ssh-server-parameters><client-authentication><users>
                          <user><name>one</name><password>$6$x$y</password></user>
                          <user><name>two</name><none/></user></users></client-authentication>
                        <transport-params><mac><mac-alg>ssh:hmac-sha1</mac-alg>
                          <mac-alg>hmac-sha2-256</mac-alg></mac></transport-params>
                        </ssh-server-parameters></ssh></endpoint>
                    </endpoints></listen></netconf-server></config>
                    """));
    assertThat(json.listeners())
        .containsExactlyInAnyOrder(
            Listener.of("ssh", "192.0.2.1", 8300), Listener.of("ssh", "::", 830));
    assertThat(xml.listeners()).containsExactlyElementsOf(json.listeners());
    for (NetconfServerFacts each : List.of(json, xml)) {
      assertThat(each.passwordUsers()).containsExactly("one");
      assertThat(each.openUsers()).containsExactly("two");
      assertThat(each.macs()).containsExactly("hmac-sha1", "hmac-sha2-256");
      assertThat(each.idleSeconds()).isEqualTo(180);
    }
  }

  @Test
  void accessControlHasTheDefaultsOfItsStandard() {
    Described server =
        server(
            Tree.ofASystem()
                .file(DATA + "ietf-netconf-server.startup", "{\"x:netconf-server\": {\"a\": 1}}")
                .file(
                    DATA + "ietf-netconf-acm.startup", "{\"ietf-netconf-acm:nacm\": {\"x\": 1}}"));
    NetconfServerFacts facts = (NetconfServerFacts) server.facts();
    assertThat(facts.accessControl()).isTrue();
    assertThat(facts.readDefault() + facts.writeDefault() + facts.execDefault())
        .isEqualTo("permitdenypermit");
    assertThat(server.evidence().toString())
        .contains("exec-default is not set; the default permit of RFC 8341 holds");
  }

  @Test
  void dataInSysreposBinaryFormIsUnknown() {
    Described server =
        server(
            Tree.ofASystem()
                .file("usr/bin/netopeer2-server", "")
                .file(DATA + "ietf-netconf-server.startup", "lyb\u0001\u0002")
                .file(DATA + "ietf-netconf-acm.startup", "lyb\u0001\u0002"));
    assertThat(server.unknown()).containsKeys("listeners", "openUsers", "accessControl");
  }

  @Test
  void passwordsAreNotShown() {
    Described server =
        server(
            Tree.ofASystem()
                .file("etc/confd/confd.conf", "<confdConfig/>")
                .file(
                    "var/confd/cdb/aaa_init.xml",
                    "<config><aaa><authentication><users><user><name>admin</name>"
                        + "<password>$0$hunter2</password></user></users></authentication></aaa>"
                        + "<nacm><enable-nacm>false</enable-nacm></nacm></config>"));
    NetconfServerFacts facts = (NetconfServerFacts) server.facts();
    assertThat(facts.plainPasswords()).containsExactly("admin");
    assertThat(facts.accessControl()).isFalse();
    assertThat(server.evidence().toString()).doesNotContain("hunter2");
  }

  @Test
  void confdWithoutSettingsHasTheDefaultsOfItsProgram() {
    Described server =
        server(Tree.ofASystem().file("etc/confd/confd.conf", "<confdConfig></confdConfig>"));
    NetconfServerFacts facts = (NetconfServerFacts) server.facts();
    assertThat(facts.listeners())
        .containsExactly(
            Listener.of("ssh", "0.0.0.0", 2022), Listener.of("ipc", "127.0.0.1", 4565));
    assertThat(facts.ipcChecked() || facts.traced()).isFalse();
    assertThat(facts.audited()).isTrue();
    assertThat(server.unknown()).containsKeys("accessControl", "passwordUsers");
  }

  @Test
  void aSubsystemListensWhereTheSshServerDoes() {
    NetconfServerFacts facts =
        facts(
            Tree.ofASystem()
                .file(
                    "etc/ssh/sshd_config",
                    "Include /etc/ssh/sshd_config.d/*.conf\nPort 830\nListenAddress [2001:db8::1]:22\n"
                        + "ListenAddress 192.0.2.1\n")
                .file("etc/ssh/sshd_config.d/n.conf", "subsystem netconf /usr/bin/netconfd\n"));
    assertThat(facts.listeners())
        .containsExactly(
            Listener.of("ssh", "[2001:db8::1]", 22), Listener.of("ssh", "192.0.2.1", 830));
  }

  @Test
  void anSshServerWithoutTheSubsystemIsNone() {
    assertThat(
            Tree.ofASystem()
                .file("etc/ssh/sshd_config", "Subsystem sftp internal-sftp\n")
                .all("netconf-server"))
        .isEmpty();
  }
}
