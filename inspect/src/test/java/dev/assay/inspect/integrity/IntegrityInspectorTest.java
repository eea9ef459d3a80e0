package dev.assay.inspect.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntegrityInspectorTest {
  private static final String LINE = "etc/kernel/cmdline";

  private static IntegrityPolicyFacts policy(Tree tree) {
    return (IntegrityPolicyFacts) tree.only("integrity-policy").facts();
  }

  private static VerifiedVolumeFacts volume(String path, String text) {
    return (VerifiedVolumeFacts) Tree.ofASystem().file(path, text).only("verified-volume").facts();
  }

  @Test
  void aRuleWithoutFunctionIsAboutAllUses() {
    IntegrityPolicyFacts facts =
        policy(
            Tree.ofASystem()
                .file(
                    "etc/ima/ima-policy",
                    "# appraise func=KEY_CHECK\nmeasure func=PATH_CHECK mask=MAY_READ\n"
                        + "dont_appraise obj_type=var_log_t\ndont_appraise func=FILE_CHECK mask=MAY_READ\n"
                        + "appraise fowner=0 appraise_type=imasig|modsig\n"));
    assertThat(facts.measured()).containsExactly("FILE_CHECK");
    assertThat(facts.appraised()).containsExactlyElementsOf(ImaRule.USES);
    assertThat(facts.hashOnly()).isEmpty();
    assertThat(facts.exempt()).containsExactly("dont_appraise func=FILE_CHECK mask=MAY_READ");
    assertThat(facts.mode()).isEqualTo("enforce");
  }

  @Test
  void withoutAFileTheKernelsOwnRulesHold() {
    IntegrityPolicyFacts facts =
        policy(
            Tree.ofASystem().file(LINE, "ima_policy=tcb|secure_boot ima_appraise=log evm=fix\n"));
    assertThat(facts.policy()).isEqualTo("tcb|secure_boot");
    assertThat(facts.appraised())
        .containsExactly("MODULE_CHECK", "FIRMWARE_CHECK", "KEXEC_KERNEL_CHECK", "POLICY_CHECK");
    assertThat(facts.measured()).contains("BPRM_CHECK");
    assertThat(facts.mode()).isEqualTo("log");
    assertThat(facts.evmRepairs()).isTrue();
  }

  @Test
  void aSystemWithoutEitherHasNoPolicy() {
    assertThat(Tree.ofASystem().file(LINE, "root=/dev/sda quiet\n").all("integrity-policy"))
        .isEmpty();
  }

  @Test
  void readsTablesOfSeveralDevicesOnTheCommandLine() {
    List<VerifiedVolumeFacts> volumes =
        Tree.ofASystem()
            .file(
                LINE,
                "root=/dev/mapper/a dm-mod.create=\"a,,,ro,0 8 verity 1 /dev/sda1 /dev/sda2 4096 4096 1 1"
                    + " sha256 ab cd 2 panic_on_corruption check_at_most_once; b,,1,rw,0 8 linear"
                    + " /dev/sdb 0\"\n")
            .all("verified-volume")
            .stream()
            .map(each -> (VerifiedVolumeFacts) each.facts())
            .toList();
    assertThat(volumes)
        .containsExactly(
            new VerifiedVolumeFacts(
                "dm-mod.create", "a", "sha256", false, "panic", true, true, false, false));
  }

  @Test
  void readsVeritytabFstabAndRootHashes() {
    assertThat(
            volume("etc/veritytab", "# no\nusr /dev/a /dev/b 0a1b ignore-corruption,hash=sha512\n"))
        .isEqualTo(
            new VerifiedVolumeFacts(
                "veritytab", "usr", "sha512", false, "ignore", false, true, false, false));
    assertThat(
            volume(
                "etc/fstab",
                "/a.img /a squashfs loop,verity.hashdevice=/b,verity.roothash=0a,"
                    + "verity.oncorruption=restart,verity.roothashsig=/s 0 0\n"))
        .isEqualTo(
            new VerifiedVolumeFacts(
                "fstab", "/a", "sha256", true, "restart", false, true, false, false));
    assertThat(volume(LINE, "roothash=0a1b root=/dev/sda2 systemd.verity=0\n"))
        .isEqualTo(
            new VerifiedVolumeFacts(
                "roothash", "root", "sha256", false, "error", false, true, true, true));
  }
}
