package dev.assay.inspect.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.inspect.Inspection;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshServerInspectorTest {
  @TempDir Path product;

  @Test
  void endsWhenManyFilesIncludeEachOther() throws IOException {
    put("etc/ssh/sshd_config", "Include sshd_config.d/*.conf\nPermitRootLogin no\n");
    for (int i = 0; i < 10; i++) {
      put("etc/ssh/sshd_config.d/" + i + ".conf", "Include sshd_config.d/*.conf\n");
    }
    assertEquals("no", facts().permitRootLogin());
  }

  @Test
  void takesTheFirstValueAndKeepsMatchBlocksApart() throws IOException {
    put(
        "etc/ssh/sshd_config",
        "PermitRootLogin no\nPermitRootLogin yes\nMatch User a\nPermitRootLogin yes\n");
    assertEquals("no", facts().permitRootLogin());
    assertEquals(List.of("permitrootlogin yes"), facts().matchExceptions());
  }

  private SshServerFacts facts() {
    return (SshServerFacts)
        Inspection.of(List.of(new Source.OnHost("fw", product)), Limits.DEFAULT, 2, Progress.SILENT)
            .components()
            .stream()
            .filter(each -> each.component().kind().equals("ssh-server"))
            .findFirst()
            .orElseThrow()
            .facts();
  }

  private void put(String path, String text) throws IOException {
    Path file = product.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
