package dev.assay.inspect.cron;

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

class CronTableInspectorTest {
  @TempDir Path product;

  @Test
  void readsTheUserOfASystemTable() throws IOException {
    put("etc/crontab", "SHELL=/bin/sh\n# c\n*/5 0-4 * * MON root /usr/bin/a b\n@daily nobody c\n");
    assertEquals(
        List.of("root", "nobody"), facts().jobs().stream().map(CronTableFacts.Job::user).toList());
    assertEquals("/usr/bin/a", facts().jobs().getFirst().program());
  }

  @Test
  void takesAUsersTableForHisJobs() throws IOException {
    put("var/spool/cron/crontabs/admin", "0 1 * * * passwd root\n");
    assertEquals("admin", facts().jobs().getFirst().user());
    assertFalse(facts().jobs().getFirst().secret());
  }

  @Test
  void showsNoSecretOfAJob() throws IOException {
    put("etc/cron.d/a", "0 1 * * * root a --token abcdef\n");
    assertTrue(facts().jobs().getFirst().secret());
    assertFalse(described().toString().contains("abcdef"));
  }

  private CronTableFacts facts() {
    return (CronTableFacts) described().facts();
  }

  private Described described() {
    List<Described> found =
        Inspection.of(List.of(new Source.OnHost("fw", product)), Limits.DEFAULT, 2, Progress.SILENT)
            .components()
            .stream()
            .filter(each -> each.component().kind().equals("cron-table"))
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
