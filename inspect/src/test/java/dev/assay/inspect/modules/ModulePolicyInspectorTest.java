package dev.assay.inspect.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Tree;
import org.junit.jupiter.api.Test;

class ModulePolicyInspectorTest {
  private static ModulePolicyFacts facts(Tree tree) {
    return (ModulePolicyFacts) tree.only("module-policy").facts();
  }

  @Test
  void aNameInAnEarlierDirectoryHidesTheSameInLaterOnes() {
    ModulePolicyFacts facts =
        facts(
            Tree.ofASystem()
                .file("etc/modprobe.d/a.conf", "blacklist usb-storage\n")
                .file("lib/modprobe.d/a.conf", "install dccp /bin/false\n")
                .file("lib/modprobe.d/b.conf", "install rds /bin/true # rare\n"));
    assertThat(facts.blocked()).containsExactly("usb_storage", "rds");
  }

  @Test
  void commandsThatLoadSomethingBlockNothing() {
    ModulePolicyFacts facts =
        facts(
            Tree.ofASystem()
                .file(
                    "etc/modprobe.d/a.conf",
                    "install snd /sbin/modprobe --ignore-install snd && /tmp/x\n"
                        + "options nf_conntrack nf_conntrack_helper=1\n"));
    assertThat(facts.blocked()).isEmpty();
    assertThat(facts.commands()).hasSize(1);
    assertThat(facts.options()).containsExactly("nf_conntrack nf_conntrack_helper=1");
  }

  @Test
  void theCommandLineBlocksModulesAndListsLoadThem() {
    ModulePolicyFacts facts =
        facts(
            Tree.ofASystem()
                .file("etc/kernel/cmdline", "modprobe.blacklist=rds,n-gsm module_blacklist=tipc\n")
                .file("etc/modules", "# none\nloop max_loop=8\n"));
    assertThat(facts.blocked()).containsExactly("rds", "n_gsm", "tipc");
    assertThat(facts.atStart()).containsExactly("loop");
  }
}
