package dev.assay.inspect.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.inspect.Inspection;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Described;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceInspectorTest {
  @TempDir Path product;

  @Test
  void letsADropInDecide() throws IOException {
    put("usr/lib/systemd/system/d.service", "[Service]\nExecStart=/usr/sbin/d\nUser=d\n");
    put(
        "etc/systemd/system/d.service.d/x.conf",
        "[Service]\nExecStart=\nExecStart=/opt/d \\\n -v\nUser=root\n");
    assertEquals("root", facts().user());
    assertEquals("/opt/d", facts().binary());
    assertEquals(1, facts().commands().size());
    assertFalse(facts().enabled());
  }

  @Test
  void joinsTheAssignmentsOfAList() throws IOException {
    put("usr/lib/systemd/system/d.service", "[Service]\nSystemCallFilter=@system-service\n");
    put("etc/systemd/system/d.service.d/x.conf", "[Service]\nSystemCallFilter=~@clock\n");
    assertEquals("@system-service ~@clock", facts().directives().get("SystemCallFilter"));
    put("etc/systemd/system/d.service.d/y.conf", "[Service]\nSystemCallFilter=\n");
    assertFalse(facts().directives().containsKey("SystemCallFilter"));
    put(
        "etc/systemd/system/d.service.d/z.conf",
        "[Service]\nReadWritePaths=/a\nReadWritePaths=/b\nUMask=027\nUMask=077\n");
    assertEquals("/a /b", facts().directives().get("ReadWritePaths"));
    assertEquals("077", facts().directives().get("UMask"));
  }

  @Test
  void takesAnEmptyBoundingSetForNoCapabilityAtAll() throws IOException {
    put("usr/lib/systemd/system/d.service", "[Service]\nCapabilityBoundingSet=CAP_CHOWN\n");
    put("etc/systemd/system/d.service.d/x.conf", "[Service]\nCapabilityBoundingSet=\n");
    assertEquals("", facts().directives().get("CapabilityBoundingSet"));
    put("etc/systemd/system/d.service.d/y.conf", "[Service]\nCapabilityBoundingSet=CAP_KILL\n");
    assertEquals("CAP_KILL", facts().directives().get("CapabilityBoundingSet"));
  }

  @Test
  void takesAWantedUnitForEnabled() throws IOException {
    put("usr/lib/systemd/system/d@.service", "[Service]\nExecStart=/usr/sbin/d\n");
    link(
        "etc/systemd/system/multi-user.target.wants/d@eth0.service",
        "/usr/lib/systemd/system/d@.service");
    assertTrue(facts().enabled());
    assertEquals("root", facts().user());
  }

  @Test
  void takesASocketsServiceForListening() throws IOException {
    put("usr/lib/systemd/system/d.service", "[Service]\nExecStart=/usr/sbin/d\n");
    put("usr/lib/systemd/system/d.socket", "[Socket]\nListenStream=7000\n");
    link("etc/systemd/system/sockets.target.wants/d.socket", "/usr/lib/systemd/system/d.socket");
    assertEquals(List.of("stream:7000"), facts().listens());
    assertTrue(facts().enabled());
  }

  @Test
  void prefersAUnitToAScriptOfTheSameName() throws IOException {
    put("usr/lib/systemd/system/d.service", "[Service]\nExecStart=/usr/sbin/d\n");
    put("etc/init.d/d", "#!/bin/sh\n/usr/sbin/d\n");
    assertEquals("systemd", facts().manager());
  }

  @Test
  void findsAnOpenWrtScriptByItsLink() throws IOException {
    put("etc/init.d/dnsmasq", "#!/bin/sh /etc/rc.common\nprocd_set_param user dnsmasq\n");
    link("etc/rc.d/S19dnsmasq", "../init.d/dnsmasq");
    assertTrue(facts().enabled());
    assertEquals("dnsmasq", facts().user());
  }

  @Test
  void tellsAShellFromALoginInInittab() throws IOException {
    put("etc/inittab", "# x\nttyS0::askfirst:-/bin/sh\n");
    assertTrue(facts().respawnShell());
    put("etc/inittab", "ttyS0::respawn:/sbin/getty 115200 ttyS0\n");
    assertFalse(facts().respawnShell());
  }

  @Test
  void readsUserAndSocketOfInetd() throws IOException {
    put("etc/inetd.conf", "telnet stream tcp nowait nobody.nogroup /usr/sbin/telnetd telnetd -i\n");
    assertEquals("nobody", facts().user());
    assertEquals("/usr/sbin/telnetd -i", facts().command());
    assertEquals(List.of("tcp:telnet"), facts().listens());
  }

  @Test
  void showsNoSecretOfACommand() throws IOException {
    put("etc/inittab", "::respawn:/bin/agent --password=Secret12\n");
    assertFalse(described().toString().contains("Secret12"));
  }

  private ServiceFacts facts() {
    return (ServiceFacts) described().facts();
  }

  private Described described() {
    List<Described> found =
        Inspection.of(List.of(new Source.OnHost("fw", product)), Limits.DEFAULT, 2, Progress.SILENT)
            .components()
            .stream()
            .filter(each -> each.component().kind().equals("service"))
            .toList();
    assertEquals(1, found.size());
    return found.getFirst();
  }

  private void put(String path, String text) throws IOException {
    Path file = product.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void link(String path, String target) throws IOException {
    Path link = product.resolve(path);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of(target));
  }
}
