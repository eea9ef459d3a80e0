package dev.assay.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.formats.Bytes;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Artifact;
import dev.assay.model.Described;
import dev.assay.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each limit, hit: a problem with its code on the artifact, and the rest evaluated. */
class LimitsTest {
  private static final Limits ALL = Limits.DEFAULT;

  private static Tree tree() {
    return Tree.ofASystem().file("etc/ssh/sshd_config", "PermitRootLogin yes\n");
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  /** The same with one worker and with several, or the test fails. */
  private static Inspection inspected(Tree tree, Limits limits) {
    Source source = new Source.InMemory("fw", Bytes.of(tree.cpio()));
    Inspection one = Inspection.of(List.of(source), limits, 1, Progress.SILENT);
    Inspection four = Inspection.of(List.of(source), limits, 4, Progress.SILENT);
    assertThat(four).isEqualTo(one);
    return one;
  }

  private static List<String> codes(Inspection inspection, String path) {
    return inspection.artifacts().stream()
        .filter(artifact -> artifact.path().equals(path))
        .flatMap(artifact -> artifact.problems().stream())
        .map(Problem::code)
        .toList();
  }

  private static List<String> codes(Inspection inspection) {
    return inspection.artifacts().stream()
        .flatMap(artifact -> artifact.problems().stream())
        .map(Problem::code)
        .distinct()
        .toList();
  }

  private static void theRestIsEvaluated(Inspection inspection) {
    assertThat(inspection.components())
        .filteredOn(each -> each.component().id().equals("ssh-server:fw!/etc/ssh/sshd_config"))
        .singleElement()
        .satisfies(each -> assertThat(each.facts().toString()).contains("permitRootLogin=yes"));
  }

  private static Described opaque(Inspection inspection, String path) {
    return inspection.components().stream()
        .filter(each -> each.component().id().equals("opaque:" + path))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void containersDeeperThanTheLimitStayClosed() {
    Limits two = new Limits(2, 200, 1 << 20, 1L << 30, 1_000, 1 << 20, 1 << 20, 1L << 30);
    byte[] innermost = new Tree().file("secret.txt", "x").cpio();
    byte[] inner = new Tree().file("b.cpio", innermost).cpio();
    Inspection inspection = inspected(tree().file("srv/a.cpio", inner), two);
    assertThat(codes(inspection, "fw!/srv/a.cpio!/b.cpio")).containsExactly("limit.nesting");
    assertThat(opaque(inspection, "fw!/srv/a.cpio!/b.cpio").facts().toString())
        .contains("over-limit", "limit.nesting");
    theRestIsEvaluated(inspection);
    assertThat(codes(inspected(tree().file("srv/a.cpio", inner), ALL))).isEmpty();
  }

  @Test
  void aContentThatGrowsBeyondItsRatioIsCut() throws IOException {
    Limits tenfold = new Limits(32, 10, 64 << 10, 1L << 30, 1_000, 1 << 20, 1 << 20, 1L << 30);
    byte[] bomb = gzip(new byte[4 << 20]);
    byte[] noise = new byte[200_000];
    new Random(3).nextBytes(noise);
    Inspection inspection =
        inspected(tree().file("srv/bomb.gz", bomb).file("srv/fine.gz", gzip(noise)), tenfold);
    assertThat(codes(inspection, "fw!/srv/bomb.gz")).containsExactly("limit.expansion");
    assertThat(codes(inspection, "fw!/srv/fine.gz")).isEmpty();
    theRestIsEvaluated(inspection);
  }

  @Test
  void aProductThatGrowsBeyondTheLimitInAllIsCut() throws IOException {
    Limits little = new Limits(32, 200, 1 << 20, 500_000, 1_000, 1 << 20, 1 << 20, 1L << 30);
    Tree tree = tree();
    for (int i = 0; i < 8; i++) {
      byte[] noise = new byte[100_000];
      new Random(i).nextBytes(noise);
      tree.file("srv/" + i + ".gz", gzip(noise));
    }
    Inspection inspection = inspected(tree, little);
    long cut =
        inspection.artifacts().stream()
            .filter(
                each -> each.problems().stream().anyMatch(p -> p.code().equals("limit.expansion")))
            .count();
    assertThat(cut).isEqualTo(3);
    theRestIsEvaluated(inspection);
  }

  @Test
  void moreArtifactsThanTheLimitAreNotListed() {
    Limits few = new Limits(32, 200, 1 << 20, 1L << 30, 30, 1 << 20, 1 << 20, 1L << 30);
    Tree many = new Tree();
    for (int i = 0; i < 100; i++) {
      many.file("f" + i, "x" + i);
    }
    Inspection inspection = inspected(tree().file("zzz/many.cpio", many.cpio()), few);
    assertThat(codes(inspection, "fw!/zzz/many.cpio")).containsExactly("limit.artifacts");
    assertThat(inspection.artifacts()).hasSizeBetween(30, 32);
    theRestIsEvaluated(inspection);
  }

  @Test
  void contentsBeyondTheRoomInMemoryAreReadAllTheSame() throws IOException {
    Limits none = new Limits(32, 2_000, 1L << 30, 1L << 33, 1_000, 0, 1 << 20, 1L << 30);
    byte[] noise = new byte[24 << 20];
    new Random(5).nextBytes(noise);
    Tree tree = tree().file("srv/large.gz", gzip(noise));
    Inspection spilled = inspected(tree, none);
    assertThat(codes(spilled)).isEmpty();
    assertThat(spilled.artifacts()).isEqualTo(inspected(tree, ALL).artifacts());
    theRestIsEvaluated(spilled);
  }

  @Test
  void whatAFileTooLargeForInspectorsWasToTellIsUnknown() {
    Limits small = new Limits(32, 200, 1 << 20, 1L << 30, 1_000, 1 << 20, 4_096, 1L << 30);
    String accounts = "root:*:0:0::/:/bin/sh\n" + "# filler\n".repeat(1_000);
    Inspection inspection =
        inspected(
            tree()
                .file("etc/passwd", accounts + "toor::0:0::/:/bin/sh\n")
                .file("var/lib/dpkg/status", "Package: a\nVersion: 1\n\n".repeat(400)),
            small);
    assertThat(codes(inspection, "fw!/etc/passwd")).containsExactly("limit.kept");
    assertThat(inspection.components())
        .filteredOn(each -> each.component().kind().equals("account-set"))
        .singleElement()
        .satisfies(each -> assertThat(each.unknown()).containsKeys("accounts", "duplicateIds"));
    assertThat(inspection.components())
        .filteredOn(each -> each.component().kind().equals("package-set"))
        .singleElement()
        .satisfies(each -> assertThat(each.unknown()).containsKeys("packages"));
    assertThat(inspection.components())
        .filteredOn(each -> each.component().kind().equals("package"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.unknown()).isEmpty());
    theRestIsEvaluated(inspection);
  }

  @Test
  void filesForInspectorsBeyondTheRoomForAllAreNotEvaluated() {
    Limits small = new Limits(32, 200, 1 << 20, 1L << 30, 1_000, 1 << 20, 4_096, 20_000);
    Tree tree = tree();
    for (int i = 0; i < 10; i++) {
      tree.file("var/spool/cron/u" + i, ("#" + i + "\n").repeat(1_000));
    }
    Inspection inspection = inspected(tree, small);
    assertThat(
            inspection.artifacts().stream()
                .filter(each -> each.path().startsWith("fw!/var/spool/cron/"))
                .flatMap(each -> each.problems().stream())
                .map(Problem::code)
                .toList())
        .hasSize(4)
        .containsOnly("limit.kept");
    theRestIsEvaluated(inspection);
  }

  @Test
  void directoriesOfTheHostDeeperThanTheLimitAreNotRead(@TempDir Path host) throws IOException {
    Path ssh = Files.createDirectories(host.resolve("etc/ssh"));
    Files.write(
        ssh.resolve("sshd_config"), "PermitRootLogin yes\n".getBytes(StandardCharsets.UTF_8));
    Path deep = host;
    for (int i = 0; i < 1_100; i++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    Inspection inspection =
        Inspection.of(List.of(new Source.OnHost("fw", host)), ALL, 2, Progress.SILENT);
    assertThat(codes(inspection)).containsExactly("limit.depth");
    assertThat(inspection.artifacts())
        .extracting(Artifact::path)
        .contains("fw/etc/ssh/sshd_config");
    assertThat(inspection.components())
        .extracting(each -> each.component().id())
        .contains("ssh-server:fw/etc/ssh/sshd_config");
  }
}
