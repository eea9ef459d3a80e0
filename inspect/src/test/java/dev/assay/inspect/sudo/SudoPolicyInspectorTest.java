package dev.assay.inspect.sudo;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SudoPolicyInspectorTest {
  @TempDir Path product;

  @Test
  void resolvesAliasesAndCarriesTagsAlongTheList() throws IOException {
    put("etc/sudoers", "User_Alias OPS = a, b\nOPS ALL = (root) NOPASSWD: /bin/x, \\\n  /bin/y\n");
    assertEquals(4, facts().rules().size());
    assertTrue(facts().rules().stream().allMatch(SudoPolicyFacts.Rule::passwordless));
  }

  @Test
  void readsIncludedFoldersButNoBackups() throws IOException {
    put("etc/sudoers", "@includedir /etc/sudoers.d\n");
    put("etc/sudoers.d/a", "a ALL=/bin/x\n");
    put("etc/sudoers.d/b.bak", "b ALL=/bin/x\n");
    assertEquals(List.of("a"), facts().rules().stream().map(SudoPolicyFacts.Rule::user).toList());
  }

  @Test
  void endsWhereFilesIncludeEachOtherAndSaysSo() throws IOException {
    put("etc/sudoers", "@includedir /etc/sudoers.d\n");
    put("etc/sudoers.d/a", "a ALL=/bin/x\n@includedir /etc/sudoers.d\n");
    assertEquals("/etc/sudoers.d/a includes itself", described().unknown().get("rules"));
    assertEquals(1, facts().rules().size());
  }

  @Test
  void endsWhereAliasesNameEachOther() throws IOException {
    put("etc/sudoers", "Cmnd_Alias A = B, B\nCmnd_Alias B = A, A\na ALL = A\n");
    assertTrue(facts().rules().size() <= 4096);
  }

  @Test
  void doubtsRulesWhereAliasesGoDeeperThanTheyAreFollowed() throws IOException {
    StringBuilder sudoers = new StringBuilder("Cmnd_Alias A0 = ALL\n");
    for (int i = 1; i <= 10; i++) {
      sudoers.append("Cmnd_Alias A" + i + " = A" + (i - 1) + "\n");
    }
    put("etc/sudoers", sudoers + "a ALL = NOPASSWD: A10\n");
    assertTrue(described().unknown().containsKey("rules"));
  }

  @Test
  void startsAnewBehindAColonThatFurtherHostsFollow() throws IOException {
    put(
        "etc/sudoers",
        "a h1 = (x) NOPASSWD: NOEXEC: /bin/vi, SETENV: /bin/ed \\: : h2, h3 = /bin/vi -b:\\\nh4=ALL\n");
    assertEquals(
        List.of("h1 x /bin/vi", "h1 x /bin/ed \\:", "h2, h3 root /bin/vi -b", "h4 root ALL"),
        facts().rules().stream()
            .map(rule -> rule.hosts() + " " + rule.runas() + " " + rule.command())
            .toList());
    assertEquals(
        List.of(true, true, false, false),
        facts().rules().stream().map(SudoPolicyFacts.Rule::passwordless).toList());
    assertEquals(
        List.of(false, false, true, false),
        facts().rules().stream().map(SudoPolicyFacts.Rule::escapes).toList());
  }

  @Test
  void readsTheCommandBehindDigestsAndOptions() throws IOException {
    put(
        "etc/sudoers",
        """
        Cmnd_Alias SHELL = sha224:00ff, sha256:hOtoe/iK6SlGg7w4BfZBBdSsXjUmTJ5+ts51yjh7vkM= /bin/sh
        a ALL = SHELL, sha512:srzYEQ /bin/vi
        b ALL = TIMEOUT=1h NOTBEFORE=20170214083000Z NOPASSWD: CWD="/a b" /bin/ed x
        """);
    assertEquals(
        List.of("/bin/sh", "/bin/vi", "/bin/ed x"),
        facts().rules().stream().map(SudoPolicyFacts.Rule::command).toList());
    assertTrue(facts().rules().stream().allMatch(SudoPolicyFacts.Rule::escapes));
    assertTrue(facts().rules().getLast().passwordless());
  }

  @ParameterizedTest
  @CsvSource({
    "(root), true",
    "(ALL : ALL), true",
    "(#0), true",
    "(%wheel), true",
    "(ADMINS), true",
    "'(ALL, !root)', false",
    "(www-data), false",
    "(:), false",
    "(), false",
    "(: wheel), false"
  })
  void tellsWhetherRootIsAmongThoseThatACommandRunsAs(String as, boolean root) throws IOException {
    put("etc/sudoers", "Runas_Alias OTHERS = a : ADMINS = b, root\na ALL = " + as + " ALL\n");
    assertEquals(root, facts().rules().getFirst().asRoot());
  }

  @Test
  void tellsAliasesOfUsersFromThoseOfCommands() throws IOException {
    put("etc/sudoers", "User_Alias OPS = a, b\nCmnd_Alias OPS = /bin/x\nOPS ALL = OPS\n");
    assertEquals(
        List.of("a /bin/x", "b /bin/x"),
        facts().rules().stream().map(rule -> rule.user() + " " + rule.command()).toList());
  }

  @Test
  void doubtsARuleWithoutCommand() throws IOException {
    put("etc/sudoers", "a ALL = (ALL)\n");
    assertTrue(described().unknown().get("rules").startsWith("a rule names no command"));
  }

  private SudoPolicyFacts facts() {
    return (SudoPolicyFacts) described().facts();
  }

  private Described described() {
    return Inspection.of(
            List.of(new Source.OnHost("fw", product)), Limits.DEFAULT, 2, Progress.SILENT)
        .components()
        .stream()
        .filter(each -> each.component().kind().equals("sudo-policy"))
        .findFirst()
        .orElseThrow();
  }

  private void put(String path, String text) throws IOException {
    Path file = product.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
