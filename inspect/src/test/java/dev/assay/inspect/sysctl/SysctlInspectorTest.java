package dev.assay.inspect.sysctl;

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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SysctlInspectorTest {
  @TempDir Path product;

  @Test
  void letsTheLastFileByNameWin() throws IOException {
    put("usr/lib/sysctl.d/50-default.conf", "kernel.sysrq = 1\nkernel.kptr_restrict=1\n");
    put("etc/sysctl.d/60-local.conf", "kernel.sysrq = 0\n");
    assertEquals(Map.of("kernel.sysrq", "0", "kernel.kptr_restrict", "1"), facts().values());
  }

  @Test
  void hidesAVendorFileBehindOneOfTheSameNameInEtc() throws IOException {
    put("usr/lib/sysctl.d/50-default.conf", "kernel.sysrq = 1\n");
    put("etc/sysctl.d/50-default.conf", "vm.swappiness = 10\n");
    assertEquals(Map.of("vm.swappiness", "10"), facts().values());
  }

  @Test
  void takesSlashesForDotsAndIgnoresCommentsAndTheOptionalSign() throws IOException {
    put("etc/sysctl.conf", "# a\n; b\n-net/ipv4/conf/eth0.2/rp_filter=1\r\nno assignment\n");
    assertEquals(Map.of("net.ipv4.conf.eth0/2.rp_filter", "1"), facts().values());
  }

  @Test
  void appliesAPatternToAllInterfacesExceptWhereItIsExcluded() throws IOException {
    put("etc/sysctl.conf", "net.ipv4.conf.*.rp_filter = 2\n-net.ipv4.conf.all.rp_filter\n");
    assertEquals(
        Map.of("net.ipv4.conf.*.rp_filter", "2", "net.ipv4.conf.default.rp_filter", "2"),
        facts().values());
  }

  @Test
  void provesEachSettingByItsLine() throws IOException {
    put("etc/sysctl.conf", "\nkernel.sysrq = 1\n");
    assertTrue(
        described().evidence().stream()
            .anyMatch(
                each ->
                    each.fact().equals("values[kernel.sysrq]")
                        && each.evidence().excerpt().equals("kernel.sysrq = 1")));
  }

  @Test
  void tellsAWholeSystemFromAFewFiles() throws IOException {
    put("etc/sysctl.conf", "kernel.sysrq = 0\n");
    assertFalse(facts().system());
    put("bin/sh", "");
    assertTrue(facts().system());
  }

  private SysctlFacts facts() {
    return (SysctlFacts) described().facts();
  }

  private Described described() {
    return Inspection.of(
            List.of(new Source.OnHost("fw", product)), Limits.DEFAULT, 2, Progress.SILENT)
        .components()
        .stream()
        .filter(each -> each.component().kind().equals("sysctl"))
        .findFirst()
        .orElseThrow();
  }

  private void put(String path, String text) throws IOException {
    Path file = product.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
