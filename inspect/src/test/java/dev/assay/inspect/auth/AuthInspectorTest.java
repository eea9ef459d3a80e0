package dev.assay.inspect.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import dev.assay.inspect.auth.PamPolicyFacts.Rule;
import dev.assay.model.Described;
import org.junit.jupiter.api.Test;

class AuthInspectorTest {
  private static PamPolicyFacts pam(Tree tree) {
    return (PamPolicyFacts) tree.only("pam-policy").facts();
  }

  private static LoginPolicyFacts login(Tree tree) {
    return (LoginPolicyFacts) tree.only("login-policy").facts();
  }

  @Test
  void putsIncludedStacksInByTheirType() {
    PamPolicyFacts facts =
        pam(
            Tree.ofASystem()
                .file("etc/pam.d/login", "auth substack system-auth\n@include common-session\n")
                .file(
                    "etc/pam.d/system-auth",
                    "auth [success=1 default=ignore] /lib/security/pam_unix.so nullok\n"
                        + "password required pam_unix.so md5\n")
                .file("etc/pam.d/common-session", "-session optional \\\n pam_limits.so # x\n"));
    assertThat(facts.services()).containsExactly("login");
    assertThat(facts.rules()).extracting(Rule::module).containsExactly("pam_unix", "pam_limits");
    assertThat(facts.rules()).extracting(Rule::control).contains("[success=1 default=ignore]");
    assertThat(facts.emptyPasswords()).containsExactly("login");
    assertThat(facts.limits()).isTrue();
  }

  @Test
  void endsWhereStacksIncludeEachOtherAndSaysSo() {
    Described described =
        Tree.ofASystem()
            .file("etc/pam.d/a", "auth include b\nauth include b\nauth required pam_unix.so\n")
            .file("etc/pam.d/b", "auth include a\n@include a\n")
            .only("pam-policy");
    assertThat(described.unknown()).containsEntry("rules", "/etc/pam.d/a includes itself");
  }

  @Test
  void permitAfterAModuleThatAsksIsNoOpenDoor() {
    PamPolicyFacts facts =
        pam(
            Tree.ofASystem()
                .file("etc/pam.d/good", "auth requisite pam_unix.so\nauth required pam_permit.so\n")
                .file("etc/pam.d/bad", "auth required pam_env.so\nauth required pam_permit.so\n"));
    assertThat(facts.open()).containsExactly("bad");
    assertThat(facts.others()).isTrue();
  }

  @Test
  void argumentsComeBeforeFiles() {
    PamPolicyFacts facts =
        pam(
            Tree.ofASystem()
                .file(
                    "etc/pam.d/passwd",
                    "password requisite pam_pwquality.so minlen=12 dcredit=-1 ucredit=-1\n"
                        + "auth required pam_faillock.so preauth\n")
                .file("etc/security/pwquality.conf", "minlen = 6\nenforce_for_root\n")
                .file("etc/security/faillock.conf", "deny = 4\nunlock_time = never\n"));
    assertThat(facts.quality().length()).isEqualTo(12);
    assertThat(facts.quality().classes()).isEqualTo(2);
    assertThat(facts.quality().forRoot()).isTrue();
    assertThat(facts.lockout().tries()).isEqualTo(4);
    assertThat(facts.lockout().unlock()).isZero();
    assertThat(facts.lockout().interval()).isEqualTo(900);
  }

  @Test
  void saysThatTheDefaultOfShadowHolds() {
    Described described =
        Tree.ofASystem().file("etc/login.defs", "# nothing\n").only("login-policy");
    LoginPolicyFacts facts = (LoginPolicyFacts) described.facts();
    assertThat(facts.hash()).isEqualTo("des");
    assertThat(facts.umask()).isEqualTo(022);
    assertThat(described.evidence())
        .extracting(each -> each.evidence().excerpt())
        .contains("ENCRYPT_METHOD is not set; the default des holds");
  }

  @Test
  void readsLimitsAndProfiles() {
    LoginPolicyFacts facts =
        login(
            Tree.ofASystem()
                .file("etc/login.defs", "UMASK 027\n")
                .file("etc/security/limits.d/a.conf", "* hard core 0\n* - maxlogins 4\n")
                .file("etc/profile", "# umask 000\nif x; then umask 0077; fi\n")
                .file("etc/profile.d/t.sh", "readonly TMOUT=600 ; export TMOUT\n")
                .file("etc/default/useradd", "INACTIVE=30\n"));
    assertThat(facts.coreDumps()).isFalse();
    assertThat(facts.manyLogins()).isFalse();
    assertThat(facts.manyProcesses()).isTrue();
    assertThat(facts.idleSeconds()).isEqualTo(600);
    assertThat(facts.inactiveDays()).isEqualTo(30);
    assertThat(facts.homeMode()).isEqualTo(0750);
  }

  @Test
  void readsWhatALongLineOfAProfileSets() {
    LoginPolicyFacts facts =
        login(
            Tree.ofASystem()
                .file("etc/login.defs", "UMASK 027\n")
                .file(
                    "etc/profile",
                    "a" + " b".repeat(5000) + "; umask 007\nreadonly TMOUT=600; export TMOUT\n"));
    assertThat(facts.profileUmask()).isEqualTo(7);
    assertThat(facts.idleSeconds()).isEqualTo(600);
  }
}
