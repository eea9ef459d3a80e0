package dev.assay.inspect.mounts;

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

class MountTableInspectorTest {
  @TempDir Path product;

  @Test
  void readsOptionsInTheirOrder() throws IOException {
    put(
        "etc/fstab",
        "# c\nnone swap swap sw 0 0\n/dev/sda1 /mnt/a\\040b/ ext4 noauto,user,suid,ro 0 0\n");
    MountTableFacts.Entry entry = facts().entries().getFirst();
    assertEquals("/mnt/a b", entry.path());
    assertTrue(entry.byUsers() && entry.noexec() && entry.nodev() && entry.readOnly());
    assertFalse(entry.nosuid());
    assertEquals(1, facts().entries().size());
  }

  @Test
  void showsNoPassword() throws IOException {
    put("etc/fstab", "//nas/a /mnt/a cifs username=a,password=Winter2024 0 0\n");
    assertFalse(described().toString().contains("Winter2024"));
  }

  private MountTableFacts facts() {
    return (MountTableFacts) described().facts();
  }

  private Described described() {
    List<Described> found =
        Inspection.of(List.of(new Source.OnHost("fw", product)), Limits.DEFAULT, 2, Progress.SILENT)
            .components()
            .stream()
            .filter(each -> each.component().kind().equals("mount-table"))
            .toList();
    assertEquals(1, found.size());
    return found.getFirst();
  }

  private void put(String path, String text) throws IOException {
    Path file = product.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
