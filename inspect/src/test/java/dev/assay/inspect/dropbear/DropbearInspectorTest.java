package dev.assay.inspect.dropbear;

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

class DropbearInspectorTest {
  @TempDir Path directory;
  private Products product;

  @BeforeEach
  void makeProduct() {
    product = new Products(directory);
    product.program("usr/sbin/dropbear", "..SSH-2.0-dropbear_2022.83\r\n\0");
  }

  @Test
  void readsDebiansUnitWithItsDefaultsFile() {
    product
        .file(
            "lib/systemd/system/dropbear.service",
            "[Service]\nEnvironment=DROPBEAR_PORT=22 DROPBEAR_RECEIVE_WINDOW=65536\n"
                + "EnvironmentFile=-/etc/default/dropbear\nExecStart=/usr/sbin/dropbear -EF -p"
                + " \"$DROPBEAR_PORT\" -W \"$DROPBEAR_RECEIVE_WINDOW\" $DROPBEAR_EXTRA_ARGS\n")
        .file("etc/default/dropbear", "DROPBEAR_PORT=2222\nDROPBEAR_EXTRA_ARGS=\"-sjk -I 60\"\n")
        .link(
            "etc/systemd/system/multi-user.target.wants/dropbear.service",
            "/lib/systemd/system/dropbear.service");
    DropbearFacts facts = facts();
    assertTrue(facts.enabled());
    assertEquals("2022.83", facts.version());
    assertEquals(List.of("2222"), facts.listens());
    assertFalse(facts.passwordLogin() || facts.rootPasswordLogin());
    assertFalse(facts.localForwarding() || facts.remoteForwarding());
    assertEquals(60, facts.idleTimeout());
    assertEquals(10, facts.maxAuthTries());
  }

  @Test
  void readsEachSectionOfOpenWrtAsAServer() {
    product
        .file(
            "etc/config/dropbear",
            "config dropbear\n\toption PasswordAuth 'on'\n\toption RootPasswordAuth off\n"
                + "\toption Interface 'lan'\n\nconfig dropbear 'wan'\n\toption enable '0'\n")
        .program("etc/init.d/dropbear", "#!/bin/sh /etc/rc.common\n")
        .link("etc/rc.d/S19dropbear", "../init.d/dropbear");
    List<Described> servers = product.components("dropbear-server");
    assertEquals(2, servers.size());
    DropbearFacts lan = (DropbearFacts) servers.getFirst().facts();
    assertTrue(lan.enabled() && lan.passwordLogin() && lan.rootLogin());
    assertFalse(lan.rootPasswordLogin() || lan.listensEverywhere());
    assertEquals(3, lan.maxAuthTries());
    assertFalse(((DropbearFacts) servers.getLast().facts()).enabled());
  }

  @Test
  void asksTheInitScriptOfOpenWrtForConditionsOfTheMaker() {
    product
        .file("etc/config/dropbear", "config dropbear\n\toption PasswordAuth 'on'\n")
        .link("etc/rc.d/S50dropbear", "../init.d/dropbear")
        .program(
            "etc/init.d/dropbear",
            "#!/bin/sh /etc/rc.common\nPROG=/usr/sbin/dropbear\nstart_service()\n{\n\tflag=`nvram"
                + " get ssh_en`\n\tif [ \"$flag\" != \"1\" ]; then\n\t\treturn 0\n\tfi\n"
                + "\tprocd_set_param command \"$PROG\" -F\n}\n");
    assertTrue(server().unknown().containsKey("enabled"));
  }

  @Test
  void knowsNotWhatOnlyTheRunningDeviceKnows() {
    product.program(
        "etc/init.d/S50dropbear", "#!/bin/sh\n/usr/sbin/dropbear -w $(nvram get ssh_args)\n");
    Described server = server();
    assertTrue(server.unknown().containsKey("passwordLogin"));
    assertFalse(server.unknown().containsKey("rootPasswordLogin"));
  }

  @Test
  void takesAProgramThatNothingStartsForUnused() {
    assertTrue(server().unknown().containsKey("enabled"));
    product.file("etc/rc2.d/README", "");
    assertFalse(server().unknown().containsKey("enabled"));
    assertFalse(facts().enabled());
    assertEquals("", facts().manager());
  }

  @Test
  void findsNoServerWhereOnlyTheConfigurationIsLeft() {
    assertTrue(directory.resolve("usr/sbin/dropbear").toFile().delete());
    product.file("etc/default/dropbear", "NO_START=0\n");
    assertTrue(product.components("dropbear-server").isEmpty());
  }

  @Test
  void tellsTheAlgorithmOfAHostKeyFromItsName() {
    product.file("etc/dropbear/dropbear_dss_host_key", "key");
    DropbearFacts.HostKey key = facts().hostKeysShipped().getFirst();
    assertEquals("DSA", key.algorithm());
  }

  private DropbearFacts facts() {
    return (DropbearFacts) server().facts();
  }

  private Described server() {
    List<Described> found = product.components("dropbear-server");
    assertEquals(1, found.size());
    return found.getFirst();
  }
}
