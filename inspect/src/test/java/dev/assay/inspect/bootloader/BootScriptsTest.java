package dev.assay.inspect.bootloader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BootScriptsTest {
  @Test
  void followsRunThroughConditionsAndLoops() {
    BootScripts scripts =
        new BootScripts(
            Map.of(
                "bootcmd", "if test -n \"${x}\"; then run a; else run b c; fi",
                "a", "run bootcmd",
                "b", "dhcp && bootm",
                "c", "echo tftpboot",
                "d", "tftpboot"));
    Set<String> reached = scripts.reachedFrom("bootcmd");
    assertEquals(Set.of("a", "b", "bootcmd", "c"), reached);
    assertEquals(List.of("b"), scripts.using(reached, Set.of("dhcp", "tftpboot")));
  }

  @Test
  void takesOnlyTheTargetsThatAreListed() {
    Map<String, String> variables =
        Map.of(
            "bootcmd", "run distro_bootcmd",
            "distro_bootcmd", "for target in ${boot_targets}; do run bootcmd_${target}; done",
            "boot_targets", "mmc0 usb0",
            "bootcmd_mmc0", "bootm",
            "bootcmd_usb0", "usb start; bootm",
            "bootcmd_dhcp", "dhcp");
    Set<String> reached = new BootScripts(variables).reachedFrom("bootcmd");
    assertEquals(Set.of("bootcmd", "bootcmd_mmc0", "bootcmd_usb0", "distro_bootcmd"), reached);
  }

  @Test
  void saysWhereMoreVariablesAreReachedThanAreFollowed() {
    Map<String, String> chain = new TreeMap<>(Map.of("bootcmd", "run a0"));
    for (int i = 0; i < 600; i++) {
      chain.put("a" + i, "run a" + (i + 1));
    }
    assertTrue(BootScripts.isCut(new BootScripts(chain).reachedFrom("bootcmd")));
    chain.put("a9", "bootm");
    assertFalse(BootScripts.isCut(new BootScripts(chain).reachedFrom("bootcmd")));
  }

  @Test
  void endsWhereNothingIsSet() {
    assertEquals(Set.of(), new BootScripts(Map.of()).reachedFrom("bootcmd"));
  }
}
