package dev.assay.inspect.android;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inspect.Inspection;
import dev.assay.inspect.scan.Limits;
import dev.assay.inspect.scan.Progress;
import dev.assay.inspect.scan.Source;
import dev.assay.model.Described;
import dev.assay.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Packages of which one member is damaged say so, with the place, and leave open what hangs on it.
 */
class DamagedAppTest {
  private static final String APP = "product/app.apk";

  @TempDir Path directory;

  @Test
  void isWholeAsItWasBuilt() throws IOException {
    Inspection whole = inspected("none", content -> content);
    assertThat(problems(whole)).isEmpty();
    assertThat(of(whole, "android-package").unknown()).doesNotContainKey("networkRules");
    assertThat(of(whole, "android-manifest").unknown()).isEmpty();
  }

  @Test
  void leavesOpenWhatDamagedResourcesWouldSay() throws IOException {
    Inspection damaged =
        inspected(
            "resources.arsc",
            table -> {
              ByteBuffer bytes = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
              bytes.putInt(12 + bytes.getInt(16) + 4, Integer.MAX_VALUE);
              return table;
            });
    assertThat(problems(damaged)).extracting(Problem::code).contains("arsc.chunk-size");
    assertThat(problems(damaged)).allSatisfy(each -> assertThat(each.offset()).isPositive());
    assertThat(of(damaged, "android-package").unknown()).containsKey("networkRules");
    assertThat(of(damaged, "android-manifest").unknown().keySet())
        .anyMatch(fact -> fact.startsWith("application["));
    assertThat(of(damaged, "opaque").component().artifacts()).contains(APP);
  }

  @Test
  void leavesOpenWhatADamagedNetworkConfigurationWouldSay() throws IOException {
    String config =
        of(inspected("none", content -> content), "android-manifest").evidence().stream()
            .map(each -> each.evidence().excerpt())
            .filter(said -> said.contains("networkSecurityConfig="))
            .map(said -> said.substring(said.indexOf('=') + 1))
            .findFirst()
            .orElseThrow();
    Inspection damaged = inspected(config, DamagedAppTest::withLongChunk);
    assertThat(problems(damaged)).extracting(Problem::code).contains("axml.chunk-size");
    assertThat(problems(damaged)).anyMatch(each -> each.message().contains(config));
    assertThat(of(damaged, "android-package").unknown()).containsKey("networkRules");
  }

  /** Janus: the offsets in the archive are as Android wants them. */
  @Test
  void leavesOpenWhatCodeBeforeThePackageDoes() throws IOException {
    byte[] code = "dex\n035\0and what else it takes".getBytes(StandardCharsets.ISO_8859_1);
    byte[] app = rebuilt("classes.dex", content -> content);
    assertThat(of(inspected(app), "android-code").unknown().toString())
        .doesNotContain("begins with code");
    Inspection janus = inspected(behind(code, app));
    assertThat(of(janus, "android-code").unknown().get("whole").toString())
        .contains("begins with code");
    assertThat(of(janus, "android-package").component().name())
        .isEqualTo(of(inspected(app), "android-package").component().name());
  }

  /** The archive with something before it, and its offsets moved. */
  private static byte[] behind(byte[] before, byte[] archive) {
    ByteBuffer moved = ByteBuffer.wrap(archive.clone()).order(ByteOrder.LITTLE_ENDIAN);
    int end = archive.length - 22;
    int at = moved.getInt(end + 16);
    moved.putInt(end + 16, at + before.length);
    while (moved.getInt(at) == 0x02014B50) {
      moved.putInt(at + 42, moved.getInt(at + 42) + before.length);
      at += 46 + moved.getShort(at + 28) + moved.getShort(at + 30) + moved.getShort(at + 32);
    }
    return ByteBuffer.allocate(before.length + archive.length)
        .put(before)
        .put(moved.array())
        .array();
  }

  @Test
  void isOpaqueWithoutItsManifest() throws IOException {
    Inspection damaged = inspected("AndroidManifest.xml", DamagedAppTest::withLongChunk);
    assertThat(problems(damaged)).extracting(Problem::code).contains("axml.chunk-size");
    assertThat(problems(damaged)).allSatisfy(each -> assertThat(each.offset()).isPositive());
    assertThat(of(damaged, "opaque").component().artifacts()).contains(APP);
    assertThat(damaged.components())
        .noneMatch(each -> each.component().kind().startsWith("android-"));
  }

  @Test
  void doesNotPassForWholeWithDamagedCode() throws IOException {
    // That of the sample ends after its magic number.
    Inspection damaged = inspected("classes.dex", content -> content);
    assertThat(problems(damaged)).extracting(Problem::code).containsExactly("dex.size");
    assertThat(of(damaged, "android-code").unknown()).containsKeys("whole", "followed");
  }

  private static byte[] withLongChunk(byte[] xml) {
    ByteBuffer.wrap(xml).order(ByteOrder.LITTLE_ENDIAN).putInt(12, Integer.MAX_VALUE);
    return xml;
  }

  private static List<Problem> problems(Inspection inspection) {
    return inspection.artifacts().stream()
        .filter(each -> each.path().equals(APP))
        .flatMap(each -> each.problems().stream())
        .toList();
  }

  private static Described of(Inspection inspection, String kind) {
    return inspection.components().stream()
        .filter(each -> each.component().kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private Inspection inspected(String member, UnaryOperator<byte[]> damage) throws IOException {
    return inspected(rebuilt(member, damage));
  }

  private Inspection inspected(byte[] app) throws IOException {
    Files.write(directory.resolve("app.apk"), app);
    return Inspection.of(
        List.of(new Source.OnHost("product", directory)), Limits.DEFAULT, 2, Progress.SILENT);
  }

  /** The sample with one member changed, all stored. */
  private static byte[] rebuilt(String member, UnaryOperator<byte[]> damage) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String sample = member.equals("classes.dex") ? "control.apk" : "resources.apk";
    try (InputStream in = DamagedAppTest.class.getResourceAsStream(sample);
        ZipInputStream members = new ZipInputStream(new ByteArrayInputStream(in.readAllBytes()));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (ZipEntry next = members.getNextEntry(); next != null; next = members.getNextEntry()) {
        byte[] content = members.readAllBytes();
        store(zip, next.getName(), next.getName().equals(member) ? damage.apply(content) : content);
      }
    }
    return out.toByteArray();
  }

  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
