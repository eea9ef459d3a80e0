package dev.assay.inspect.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SshServerInspectorTest {
  private static final String CONFIG = "etc/ssh/sshd_config";

  @Test
  void endsWhenManyFilesIncludeEachOther() {
    Tree tree = Tree.ofASystem().file(CONFIG, "Include sshd_config.d/*.conf\nPermitRootLogin no\n");
    for (int i = 0; i < 10; i++) {
      tree = tree.file("etc/ssh/sshd_config.d/" + i + ".conf", "Include sshd_config.d/*.conf\n");
    }
    assertEquals("no", facts(tree).permitRootLogin());
  }

  @Test
  void takesTheFirstValueAndKeepsMatchBlocksApart() {
    Tree tree =
        Tree.ofASystem()
            .file(
                CONFIG,
                "PermitRootLogin no\nPermitRootLogin yes\nMatch User a\nPermitRootLogin yes\n");
    assertEquals("no", facts(tree).permitRootLogin());
    assertEquals(List.of("permitrootlogin yes"), facts(tree).matchExceptions());
  }

  @Test
  void takesDefaultsOfTheReleaseThatTheProgramTells() {
    Described old = server("", "6.6.1p1");
    assertEquals("yes", facts(old).permitRootLogin());
    assertTrue(facts(old).ciphers().contains("arcfour"));
    assertTrue(facts(old).kexAlgorithms().contains("diffie-hellman-group1-sha1"));
    assertTrue(facts(old).hostKeyAlgorithms().contains("ssh-dss"));
    assertTrue(shown(old, "permitRootLogin").contains("the default of OpenSSH 6.6.1p1"));
    assertTrue(shown(old, "permitRootLogin").contains("fw!/usr/sbin/sshd"));

    SshServerFacts now = facts(server("", "9.2p1"));
    assertEquals("prohibit-password", now.permitRootLogin());
    assertFalse(now.ciphers().contains("aes128-cbc"));
    assertTrue(now.macs().contains("hmac-sha1"));
    assertFalse(now.pubkeyAcceptedAlgorithms().contains("ssh-rsa"));
    assertTrue(facts(server("", "8.4p1")).pubkeyAcceptedAlgorithms().contains("ssh-rsa"));
    assertFalse(
        facts(server("", "10.0p2")).kexAlgorithms().contains("diffie-hellman-group14-sha256"));
  }

  @Test
  void takesTheReleaseOfThePackageWhereTheProgramIsSilent() {
    Described found =
        Tree.ofASystem()
            .file(CONFIG, "Port 22\n")
            .file(
                "var/lib/dpkg/status",
                "Package: openssh-server\nStatus: install ok installed\nVersion: 1:6.0p1-4\n")
            .only("ssh-server");
    assertEquals("yes", facts(found).permitRootLogin());
    assertTrue(facts(found).macs().contains("hmac-md5"));
  }

  @Test
  void leavesWhatDependsOnTheReleaseOpenWhereNothingTellsIt() {
    Described found = Tree.ofASystem().file(CONFIG, "Port 22\n").only("ssh-server");
    for (String fact :
        List.of("permitRootLogin", "protocolOne", "ciphers", "macs", "kexAlgorithms")) {
      assertTrue(found.unknown().containsKey(fact), fact);
    }
    assertFalse(found.unknown().containsKey("permitEmptyPasswords"));
  }

  @Test
  void knowsThatADistributionChangesDefaults() {
    Described found =
        Tree.ofASystem()
            .file(CONFIG, "Port 22\n")
            .file("etc/os-release", "ID=\"rhel\"\n")
            .file("usr/sbin/sshd", program("7.4p1"))
            .only("ssh-server");
    assertTrue(found.unknown().get("ciphers").contains("rhel"));
    assertEquals("prohibit-password", facts(found).permitRootLogin());
  }

  @Test
  void appliesListsThatChangeTheDefault() {
    assertTrue(facts(server("Ciphers +3des-cbc\n", "9.2p1")).ciphers().contains("3des-cbc"));
    assertTrue(facts(server("Ciphers +3des-cbc\n", "9.2p1")).ciphers().contains("aes256-ctr"));
    assertFalse(shown(server("Ciphers +3des-cbc\n", "9.2p1"), "ciphers").contains("not set"));
    SshServerFacts less = facts(server("MACs -hmac-sha1*,umac-6?@openssh.com\n", "9.2p1"));
    assertFalse(less.macs().contains("hmac-sha1"));
    assertFalse(less.macs().contains("hmac-sha1-etm@openssh.com"));
    assertFalse(less.macs().contains("umac-64@openssh.com"));
    assertTrue(less.macs().contains("hmac-sha2-512"));
    assertTrue(facts(server("KexAlgorithms ^x\n", "9.2p1")).kexAlgorithms().contains("x"));
    assertEquals(List.of("a", "b"), facts(server("Ciphers a, b\n", "9.2p1")).ciphers());
  }

  @Test
  void ignoresWhatARecentServerCannotDo() {
    String asked = "Protocol 2,1\nCompression yes\n";
    SshServerFacts old = facts(server(asked, "6.7p1"));
    assertTrue(old.protocolOne());
    assertTrue(old.compressionBeforeAuthentication());
    SshServerFacts now = facts(server(asked, "9.2p1"));
    assertFalse(now.protocolOne());
    assertFalse(now.compressionBeforeAuthentication());
    assertTrue(
        Tree.ofASystem()
            .file(CONFIG, asked)
            .only("ssh-server")
            .unknown()
            .keySet()
            .containsAll(List.of("protocolOne", "compressionBeforeAuthentication")));
    assertFalse(
        Tree.ofASystem()
            .file(CONFIG, "Protocol 2\nCompression no\n")
            .only("ssh-server")
            .unknown()
            .containsKey("protocolOne"));
  }

  private static Described server(String config, String version) {
    return Tree.ofASystem()
        .file(CONFIG, config)
        .file("usr/sbin/sshd", program(version))
        .only("ssh-server");
  }

  private static byte[] program(String version) {
    return ("\u007fELF\0OpenSSH_" + version + "\0").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String shown(Described found, String fact) {
    return found.evidence().stream()
        .filter(each -> each.fact().equals(fact))
        .map(each -> each.evidence().artifact() + " " + each.evidence().excerpt())
        .toList()
        .toString();
  }

  private static SshServerFacts facts(Tree tree) {
    return facts(tree.only("ssh-server"));
  }

  private static SshServerFacts facts(Described found) {
    return (SshServerFacts) found.facts();
  }
}
