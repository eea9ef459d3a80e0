package dev.assay.inspect.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.model.Described;
import dev.assay.model.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How {@code sshd_config} is read (man 5 sshd_config). */
class SshdConfigTest {
  private static Tree tree(String config) {
    return Tree.ofASystem()
        .file("etc/ssh/sshd_config", config)
        .file("usr/sbin/sshd", "\u007fELF\0OpenSSH_9.2p1\0");
  }

  private static SshServerFacts facts(Tree tree) {
    return (SshServerFacts) tree.only("ssh-server").facts();
  }

  private static SshServerFacts facts(String config) {
    return facts(tree(config));
  }

  private static List<Evidence> evidence(Described described, String fact) {
    return described.evidence().stream()
        .filter(each -> each.fact().equals(fact))
        .map(each -> each.evidence())
        .toList();
  }

  @Test
  void anEmptyFileMeansTheServersDefaults() {
    Described described = tree("").only("ssh-server");
    SshServerFacts facts = (SshServerFacts) described.facts();
    assertThat(facts.permitRootLogin()).isEqualTo("prohibit-password");
    assertThat(facts.passwordAuthentication()).isTrue();
    assertThat(facts.permitEmptyPasswords()).isFalse();
    assertThat(facts.maxAuthTries()).isEqualTo(6);
    assertThat(facts.loginGraceTime()).isEqualTo(120);
    assertThat(facts.ciphers()).contains("aes256-ctr").doesNotContain("aes256-cbc");
    assertThat(described.unknown()).isEmpty();
    assertThat(evidence(described, "permitRootLogin"))
        .extracting(Evidence::excerpt)
        .containsExactly(
            "PermitRootLogin is not set; the default of OpenSSH 9.2p1", "OpenSSH_9.2p1");
  }

  @ParameterizedTest
  @CsvSource({
    "PermitRootLogin yes, yes",
    "permitrootlogin YES, yes",
    "PERMITROOTLOGIN=no, no",
    "'  PermitRootLogin\t\"forced-commands-only\"  ', forced-commands-only",
    "PermitRootLogin = without-password, prohibit-password",
    "PermitRootLogin no # for now, no",
    "'#PermitRootLogin yes', prohibit-password"
  })
  void keywordsAreInAnyCaseWithBlankOrEqualsSignAndQuotes(String line, String value) {
    assertThat(facts(line + "\n").permitRootLogin()).isEqualTo(value);
  }

  @Test
  void theFirstValueCountsWithItsPlace() {
    Described described =
        tree("# a\nPermitRootLogin no\r\nPermitRootLogin yes\n").only("ssh-server");
    assertThat(((SshServerFacts) described.facts()).permitRootLogin()).isEqualTo("no");
    assertThat(evidence(described, "permitRootLogin"))
        .containsExactly(Evidence.line("fw!/etc/ssh/sshd_config", 2, "PermitRootLogin no"));
  }

  @Test
  void olderNamesOfAKeywordAreTheSameKeyword() {
    assertThat(facts("ChallengeResponseAuthentication no\n").kbdInteractiveAuthentication())
        .isFalse();
    assertThat(
            facts("SkeyAuthentication no\nKbdInteractiveAuthentication yes\n")
                .kbdInteractiveAuthentication())
        .isFalse();
    assertThat(facts("PubkeyAcceptedKeyTypes ssh-dss\n").pubkeyAcceptedAlgorithms())
        .containsExactly("ssh-dss");
    assertThat(facts("DSAAuthentication no\n").pubkeyAuthentication()).isFalse();
  }

  @Test
  void anIncludedFileStandsWhereTheIncludeStands() {
    Described described =
        tree("Include /etc/ssh/sshd_config.d/*.conf\nPermitRootLogin yes\n")
            .file("etc/ssh/sshd_config.d/10-a.conf", "X11Forwarding yes\n")
            .file("etc/ssh/sshd_config.d/20-b.conf", "PermitRootLogin no\nX11Forwarding no\n")
            .file("etc/ssh/sshd_config.d/README", "PermitRootLogin forced-commands-only\n")
            .only("ssh-server");
    SshServerFacts facts = (SshServerFacts) described.facts();
    assertThat(facts.permitRootLogin()).isEqualTo("no");
    assertThat(facts.x11Forwarding()).isTrue();
    assertThat(evidence(described, "permitRootLogin"))
        .extracting(Evidence::artifact)
        .containsExactly("fw!/etc/ssh/sshd_config.d/20-b.conf");
    assertThat(
            facts(
                    tree("PermitRootLogin yes\nInclude sshd_config.d/*.conf\n")
                        .file("etc/ssh/sshd_config.d/a.conf", "PermitRootLogin no\n"))
                .permitRootLogin())
        .isEqualTo("yes");
  }

  @Test
  void whatStandsAfterMatchHoldsForSomeConnectionsOnly() {
    SshServerFacts facts =
        facts(
            "PasswordAuthentication no\nMatch Address 10.0.0.0/8\n  PermitRootLogin yes\n"
                + "  PasswordAuthentication yes\n  X11Forwarding yes\nMatch all\nMaxAuthTries 3\n");
    assertThat(facts.permitRootLogin()).isEqualTo("prohibit-password");
    assertThat(facts.passwordAuthentication()).isFalse();
    assertThat(facts.maxAuthTries()).isEqualTo(3);
    assertThat(facts.matchExceptions())
        .containsExactly("permitrootlogin yes", "passwordauthentication yes");
  }

  @Test
  void aMatchBlockOfAnIncludedFileEndsWithIt() {
    SshServerFacts facts =
        facts(
            tree("Include sshd_config.d/*.conf\nPermitRootLogin yes\n")
                .file("etc/ssh/sshd_config.d/a.conf", "Match User a\nPermitRootLogin no\n"));
    assertThat(facts.permitRootLogin()).isEqualTo("yes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "aes128-cbc,3DES-CBC ; aes128-cbc,3des-cbc",
        "'aes256-ctr , aes128-ctr' ; aes256-ctr,aes128-ctr"
      })
  void algorithmListsArePartedByCommas(String list, String read) {
    assertThat(String.join(",", facts("Ciphers " + list + "\n").ciphers())).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"90, 90", "2m, 120", "1h30m, 5400", "1d, 86400", "0, 0"})
  void timesAreInSecondsOrWithUnits(String written, int seconds) {
    assertThat(facts("LoginGraceTime " + written + "\n").loginGraceTime()).isEqualTo(seconds);
  }

  @Test
  void aValueThatIsNoNumberIsUnknown() {
    Described described =
        tree("MaxAuthTries many\nLoginGraceTime soon\nMaxSessions 3\n").only("ssh-server");
    assertThat(described.unknown()).containsOnlyKeys("maxAuthTries", "loginGraceTime");
  }

  @Test
  void includesBeyondTheLimitLeaveTheSettingsUnknown() {
    Tree deep = tree("Include a0.conf\nPermitRootLogin no\n");
    for (int i = 0; i < 40; i++) {
      deep.file("etc/ssh/a" + i + ".conf", "Include a" + (i + 1) + ".conf\n");
    }
    deep.file("etc/ssh/a40.conf", "PermitRootLogin yes\n");
    assertThat(deep.only("ssh-server").unknown())
        .containsKeys("permitRootLogin", "passwordAuthentication", "ciphers", "usersRestricted");
    Described wide =
        tree("Include b.conf b.conf b.conf b.conf\nPermitRootLogin no\n")
            .file("etc/ssh/b.conf", "Include b.conf b.conf b.conf b.conf\n")
            .only("ssh-server");
    assertThat(wide.unknown()).containsKeys("permitRootLogin", "matchExceptions");
  }

  @Test
  void anIncludedFileThatWasNotReadLeavesTheSettingsUnknown() {
    Described described =
        tree("Include /opt/vendor/ssh/*.inc\n")
            .file("opt/vendor/ssh/root.inc", "PermitRootLogin yes\n")
            .only("ssh-server");
    assertThat(described.unknown()).containsKey("permitRootLogin");
    assertThat(tree("Include /opt/vendor/ssh/*.inc\n").only("ssh-server").unknown())
        .as("a pattern that matches nothing includes nothing")
        .isEmpty();
  }
}
