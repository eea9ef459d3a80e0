package dev.assay.inspect.cleartext;

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

class CleartextInspectorTest {
  @TempDir Path directory;
  private Products product;

  @BeforeEach
  void makeProduct() {
    product = new Products(directory);
  }

  @Test
  void takesNoClientForAServer() {
    product
        .program("usr/bin/telnet", "program")
        .program("usr/bin/tftp", "program")
        .program("usr/bin/rsync", "program")
        .program("bin/busybox", "program");
    assertTrue(services().isEmpty());
  }

  @Test
  void takesAnAppletForUnused() {
    product.program("bin/busybox", "program").link("usr/sbin/telnetd", "../../bin/busybox");
    CleartextFacts telnet = facts("telnet");
    assertFalse(telnet.enabled());
    assertEquals("busybox", telnet.server());
    assertTrue(services().getFirst().unknown().isEmpty());
  }

  @Test
  void leavesADaemonOpenThatAProgramOfTheMakersOwnMayStart() {
    product.program("usr/sbin/utelnetd", "program");
    assertTrue(services().getFirst().unknown().containsKey("enabled"));
    product.file("lib/systemd/systemd", "program");
    assertFalse(services().getFirst().unknown().containsKey("enabled"));
    assertFalse(facts("telnet").enabled());
  }

  @Test
  void ignoresWhatDebianSwitchedOffInInetd() {
    product
        .file(
            "etc/inetd.conf",
            "#<off># telnet stream tcp nowait root /usr/sbin/tcpd /usr/sbin/telnetd\n")
        .program("usr/sbin/telnetd", "program")
        .program("usr/sbin/inetd", "program")
        .file("lib/systemd/systemd", "program")
        .file("lib/systemd/system/inetd.service", "[Service]\nExecStart=/usr/sbin/inetd\n")
        .link(
            "etc/systemd/system/multi-user.target.wants/inetd.service",
            "/lib/systemd/system/inetd.service");
    assertFalse(facts("telnet").enabled());
    product.file(
        "etc/inetd.conf", "telnet stream tcp nowait root /usr/sbin/tcpd /usr/sbin/telnetd\n");
    assertTrue(facts("telnet").enabled());
  }

  @Test
  void holdsRsyncBackUntilItsConfigurationIsThere() {
    product
        .program("usr/bin/rsync", "program")
        .file(
            "lib/systemd/system/rsync.service",
            "[Unit]\nConditionPathExists=/etc/rsyncd.conf\n[Service]\nExecStart=/usr/bin/rsync"
                + " --daemon --no-detach\n")
        .link(
            "etc/systemd/system/multi-user.target.wants/rsync.service",
            "/lib/systemd/system/rsync.service");
    assertFalse(facts("rsync").enabled());
    product.file(
        "etc/rsyncd.conf",
        "read only = no\nhosts allow = 10.0.0.0/8\n[a]\npath = /srv/a\n[b]\n path=/srv/b\nread"
            + " only = yes\nauth users = x\nsecrets file = /etc/s\n");
    CleartextFacts rsync = facts("rsync");
    assertTrue(rsync.enabled() && rsync.anonymousWrite());
    assertTrue(rsync.modules().get(0).writable() && rsync.modules().get(0).limited());
    assertTrue(rsync.modules().get(1).authenticated() && !rsync.modules().get(1).writable());
  }

  @Test
  void readsVsftpdAsDebianShipsIt() {
    product
        .file("etc/debian_version", "12\n")
        .program("usr/sbin/vsftpd", "program")
        .program("etc/init.d/S50vsftpd", "#!/bin/sh\n/usr/sbin/vsftpd /etc/vsftpd.conf\n")
        .file("etc/vsftpd.conf", "listen=NO\nlocal_enable=YES\nssl_enable=NO\n#write_enable=YES\n")
        .file("etc/ftpusers", "root\ndaemon\n");
    CleartextFacts ftp = facts("ftp");
    assertTrue(ftp.enabled() && ftp.localLogins());
    assertFalse(ftp.anonymous() || ftp.write() || ftp.confined() || ftp.rootLogin());
    assertEquals("none", ftp.tls());
    assertEquals("NO", ftp.settings().get("write_enable"));
  }

  @Test
  void findsTheAnonymousBlockOfProftpdInAnIncludedFile() {
    product
        .program("usr/sbin/proftpd", "program")
        .program("etc/init.d/S50ftp", "#!/bin/sh\n/usr/sbin/proftpd\n")
        .file("etc/proftpd/proftpd.conf", "DefaultRoot ~\nInclude /etc/proftpd/conf.d/\n")
        .file(
            "etc/proftpd/conf.d/a.conf",
            "<Anonymous ~ftp>\n <Limit WRITE>\n  DenyAll\n </Limit>\n</Anonymous>\n");
    CleartextFacts ftp = facts("ftp");
    assertTrue(ftp.anonymous() && ftp.confined());
    assertFalse(ftp.anonymousWrite());
  }

  @Test
  void readsOneFileForEachKeywordOfPureFtpd() {
    product
        .program("usr/sbin/pure-ftpd", "program")
        .program("etc/init.d/S50ftp", "#!/bin/sh\n/usr/sbin/pure-ftpd\n")
        .file("etc/pure-ftpd/conf/NoAnonymous", "yes\n")
        .file("etc/pure-ftpd/conf/TLS", "1\n");
    assertFalse(facts("ftp").anonymous());
    assertEquals("offered", facts("ftp").tls());
  }

  @Test
  void knowsWhatBusyBoxFilesServersAllow() {
    product
        .program("bin/busybox", "program")
        .link("usr/sbin/ftpd", "../../bin/busybox")
        .link("usr/sbin/tftpd", "../../bin/busybox")
        .program(
            "etc/init.d/S50files",
            "#!/bin/sh\ntcpsvd -E 0.0.0.0 21 ftpd -A -w /srv &\nudpsvd -E 127.0.0.1 69 tftpd -r"
                + " /srv &\n");
    assertTrue(facts("ftp").anonymousWrite() && facts("ftp").withoutLogin());
    assertTrue(facts("tftp").localOnly() && facts("tftp").confined());
    assertFalse(facts("tftp").write());
  }

  @Test
  void readsTheDefaultsOfATftpServerOfDebian() {
    product
        .program("usr/sbin/in.tftpd", "program")
        .program(
            "etc/init.d/tftpd-hpa",
            "#!/bin/sh\nDAEMON=\"/usr/sbin/in.tftpd\"\nDEFAULTS=\"/etc/default/tftpd-hpa\"\n"
                + "[ -r \"$DEFAULTS\" ] && . \"$DEFAULTS\"\nstart-stop-daemon --start --exec"
                + " $DAEMON -- \\\n --listen --user $TFTP_USERNAME --address $TFTP_ADDRESS \\\n"
                + " $TFTP_OPTIONS $TFTP_DIRECTORY\n")
        .link("etc/rc2.d/S01tftpd-hpa", "../init.d/tftpd-hpa")
        .file(
            "etc/default/tftpd-hpa",
            "TFTP_USERNAME=\"tftp\"\nTFTP_DIRECTORY=\"/srv/tftp\"\nTFTP_ADDRESS=\":69\"\n"
                + "TFTP_OPTIONS=\"--secure --create\"\n");
    CleartextFacts tftp = facts("tftp");
    assertTrue(tftp.enabled() && tftp.confined() && tftp.creates());
    assertEquals("tftp", tftp.user());
    assertEquals("/srv/tftp", tftp.directory());
    assertFalse(tftp.localOnly());
  }

  @Test
  void cutsLinesOfExports() {
    List<CleartextFacts.Export> exports =
        NfsExports.line("\"/srv/a b\" -sec=krb5p 10.0.0.1(rw,no_root_squash) *(ro) # c");
    assertEquals("/srv/a b", exports.getFirst().path());
    assertTrue(exports.getFirst().writable() && !exports.getFirst().rootSquash());
    assertEquals(List.of("krb5p"), exports.getFirst().security());
    assertTrue(exports.get(1).everybody() && !exports.get(1).writable());
    assertTrue(NfsExports.line("/srv").getFirst().everybody());
    assertTrue(NfsExports.line("# none").isEmpty());
  }

  @Test
  void takesALoopbackServiceOfXinetdForLocal() {
    product
        .program("usr/sbin/xinetd", "program")
        .program("etc/init.d/S60xinetd", "#!/bin/sh\n/usr/sbin/xinetd\n")
        .file(
            "etc/xinetd.d/echo",
            "service echo\n{\n\ttype = INTERNAL\n\tonly_from = 127.0.0.1\n}\n");
    assertTrue(facts("echo").localOnly() && facts("echo").enabled());
  }

  @Test
  void knowsNotWhatASwitchOfTheRunningDeviceDecides() {
    product
        .program("usr/sbin/telnetd", "program")
        .file("etc/inittab", "::sysinit:/etc/init.d/rcS\n")
        .program(
            "etc/init.d/rcS",
            "#!/bin/sh\nif [ \"$(nvram get telnet)\" = 1 ]; then\n  telnetd -l /bin/sh\nfi\n");
    assertTrue(services().getFirst().unknown().containsKey("enabled"));
    assertTrue(facts("telnet").withoutLogin());
  }

  private CleartextFacts facts(String protocol) {
    List<CleartextFacts> found =
        services().stream()
            .map(each -> (CleartextFacts) each.facts())
            .filter(each -> each.protocol().equals(protocol))
            .toList();
    assertEquals(1, found.size());
    return found.getFirst();
  }

  private List<Described> services() {
    return product.components("cleartext-service");
  }
}
