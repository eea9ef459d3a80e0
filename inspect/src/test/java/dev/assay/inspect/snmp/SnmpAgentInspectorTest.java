package dev.assay.inspect.snmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.inspect.starts.Products;
import dev.assay.model.Described;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnmpAgentInspectorTest {
  private static final String SECRET = "k7Gq2vXw9RtLmPz4";
  @TempDir Path directory;
  private Products product;

  @BeforeEach
  void makeProduct() {
    product = new Products(directory);
    product
        .program("usr/sbin/snmpd", "program")
        .program("etc/init.d/S59snmpd", "#!/bin/sh\n/usr/sbin/snmpd -Lf /dev/null -u snmp\n");
  }

  @Test
  void takesDebiansStockAgentForLocal() {
    product.file(
        "etc/snmp/snmpd.conf",
        "master  agentx\nagentaddress  127.0.0.1,[::1]\n"
            + "view   systemonly  included   .1.3.6.1.2.1.1\n"
            + "rocommunity  public default -V systemonly\n"
            + "rouser authPrivUser authpriv -V systemonly\nincludeDir /etc/snmp/snmpd.conf.d\n");
    SnmpAgentFacts facts = facts();
    assertTrue(facts.enabled());
    assertFalse(facts.reachable() || facts.listensEverywhere());
    assertTrue(facts.communities().getFirst().wellKnown());
    assertFalse(facts.communities().getFirst().wholeTree());
    assertEquals("priv", facts.users().getFirst().level());
    assertEquals("snmp", facts.user());
  }

  @Test
  void followsIncludedFilesAndFoldersOnce() {
    product
        .file("etc/snmp/snmpd.conf", "includeFile more.conf\nincludeDir /etc/snmp/d\n")
        .file("etc/snmp/more.conf", "includeFile snmpd.conf\nrocommunity " + SECRET + "\n")
        .file("etc/snmp/d/a.conf", "rwcommunity private 10.0.0.0/8 .1.3.6.1.2.1.1\n");
    List<SnmpAgentFacts.Community> communities = facts().communities();
    assertEquals(2, communities.size());
    assertTrue(communities.get(1).writable() && communities.get(1).limited());
    assertTrue(communities.get(0).wholeTree());
  }

  @Test
  void worksOutWhatGroupsGiveACommunity() {
    product.file(
        "etc/snmp/snmpd.conf",
        "com2sec ro default "
            + SECRET
            + "\ncom2sec idle default other\n"
            + "group public v1 ro\ngroup nobody v1 idle\nview all included .1 80\n"
            + "access public \"\" any noauth exact all none none\n");
    SnmpAgentFacts.Community community = facts().communities().getFirst();
    assertEquals(1, facts().communities().size());
    assertTrue(community.wholeTree());
    assertFalse(community.writable() || community.limited());
  }

  @Test
  void readsOpenWrtsSections() {
    product.file(
        "etc/config/snmpd",
        "config agent\n\toption agentaddress UDP:161\nconfig com2sec public\n\toption secname"
            + " ro\n\toption source default\n\toption community public\nconfig group g\n\toption"
            + " group public\n\toption version v2c\n\toption secname ro\nconfig view all\n\t"
            + "option viewname all\n\toption type included\n\toption oid .1\nconfig access a\n\t"
            + "option group public\n\toption context none\n\toption version any\n\toption level"
            + " noauth\n\toption prefix exact\n\toption read all\n\toption write none\n");
    SnmpAgentFacts facts = facts();
    assertTrue(facts.communities().getFirst().wellKnown());
    assertTrue(facts.communities().getFirst().wholeTree());
    assertEquals(List.of("UDP:161"), facts.listens());
  }

  @Test
  void readsUsersOfThePersistentFile() {
    product.file(
        "var/lib/snmp/snmpd.conf",
        "usmUser 1 3 0x80001f8880 0x6f7000 0x6f7000 NULL .1.3.6.1.6.3.10.1.1.2 0xabcdef"
            + " .1.3.6.1.6.3.10.1.2.2 0xabcdef 0x\n");
    SnmpAgentFacts.User user = facts().users().getFirst();
    assertEquals("op", user.name());
    assertEquals(
        "MD5 DES key", user.authentication() + " " + user.privacy() + " " + user.secretShipped());
  }

  @Test
  void showsNoSecretAnywhere() {
    product.file(
        "etc/snmp/snmpd.conf",
        "rocommunity "
            + SECRET
            + "\ncom2sec -Cn x ro default "
            + SECRET
            + "\ncreateUser u SHA "
            + SECRET
            + " AES "
            + SECRET
            + "\ntrap2sink 10.0.0.1 "
            + SECRET
            + "\nproxy -v 2c -c "
            + SECRET
            + " 10.0.0.1 .1\ntrapsess -v 3 -A "
            + SECRET
            + " -X"
            + SECRET
            + " 10.0.0.2\n"
            + "trapcommunity "
            + SECRET
            + "\nauthcommunity read "
            + SECRET
            + "\n");
    String all = agents().getFirst().facts() + "" + agents().getFirst().evidence();
    assertFalse(all.contains(SECRET), all);
    assertEquals(
        List.of("2c", "3"), facts().traps().stream().map(SnmpAgentFacts.Trap::version).toList());
    assertEquals("10.0.0.1", facts().proxies().getFirst().host());
  }

  @Test
  void knowsNotWhatAFileMadeAtRunTimeSays() {
    product.program("etc/init.d/S59snmpd", "#!/bin/sh\n/usr/sbin/snmpd -C -c /var/snmpd.conf\n");
    assertTrue(agents().getFirst().unknown().containsKey("communities"));
  }

  @Test
  void givesMiniSnmpdItsDefaultCommunity() {
    product
        .program("usr/sbin/mini_snmpd", "program")
        .program("etc/init.d/S60mini", "#!/bin/sh\n/usr/sbin/mini_snmpd -n -i eth0\n");
    SnmpAgentFacts mini =
        agents().stream()
            .map(each -> (SnmpAgentFacts) each.facts())
            .filter(each -> each.implementation().equals("mini-snmpd"))
            .findFirst()
            .orElseThrow();
    assertTrue(mini.communities().getFirst().wellKnown());
    product.program("etc/init.d/S60mini", "#!/bin/sh\n/usr/sbin/mini_snmpd -c " + SECRET + " -n\n");
    assertFalse(agents().getLast().evidence().toString().contains(SECRET));
    assertFalse(agents().getFirst().evidence().toString().contains(SECRET));
  }

  @Test
  void findsNoAgentWhereOnlyTheClientIs() {
    assertTrue(directory.resolve("usr/sbin/snmpd").toFile().delete());
    assertTrue(directory.resolve("etc/init.d/S59snmpd").toFile().delete());
    product.program("usr/bin/snmpwalk", "program").file("etc/snmp/snmp.conf", "mibs :\n");
    assertTrue(agents().isEmpty());
  }

  private SnmpAgentFacts facts() {
    assertEquals(1, agents().size());
    return (SnmpAgentFacts) agents().getFirst().facts();
  }

  private List<Described> agents() {
    return product.components("snmp-agent");
  }
}
