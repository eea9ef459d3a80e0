package dev.assay.formats.apk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import dev.assay.formats.Seeds;
import dev.assay.formats.axml.AndroidXml;
import dev.assay.formats.axml.Element;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ApkDirectoryTest {
  @Test
  void readsTheManifestOfAPackage() throws IOException {
    Element manifest = manifest(sample());
    assertEquals("manifest", manifest.name());
    assertEquals("test.control", manifest.attribute("package").orElseThrow().text());
    Element application = manifest.children("application").getFirst();
    assertEquals(
        List.of("activity", "service", "provider"),
        application.children().stream().map(Element::name).toList());
    assertEquals("true", application.children().get(1).attribute(0x01010010).orElseThrow().text());
  }

  @Test
  void namesTheSignatureSchemesAndTheirSigner() throws IOException {
    ApkDirectory apk = ApkDirectory.of(Bytes.of(sample())).orElseThrow();
    ApkSigningBlock block = ApkSigningBlock.before(apk.content(), apk.offset());
    assertEquals(List.of("v2", "v3"), block.schemes());
    assertEquals(0x30, block.certificates().getFirst()[0]);
  }

  @Test
  void readsACompressedManifest() throws IOException {
    ApkDirectory stored = ApkDirectory.of(Bytes.of(sample())).orElseThrow();
    byte[] xml = stored.open("AndroidManifest.xml").orElseThrow().toArray(1 << 20);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("AndroidManifest.xml"));
      zip.write(xml);
    }
    assertEquals("manifest", manifest(out.toByteArray()).name());
    ApkDirectory apk = ApkDirectory.of(Bytes.of(out.toByteArray())).orElseThrow();
    assertTrue(ApkSigningBlock.before(apk.content(), apk.offset()).schemes().isEmpty());
  }

  @Test
  void readsADirectoryThatOnlyTheRecordOf64BitsLeadsTo() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("AndroidManifest.xml"));
    }
    ByteBuffer small = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    int end = small.limit() - 22;
    ByteBuffer large = ByteBuffer.allocate(end + 56 + 20 + 22).order(ByteOrder.LITTLE_ENDIAN);
    large.put(small.slice(0, end)).putInt(0x06064B50).putLong(44).position(end + 24);
    large.putLong(1).putLong(1).putLong(small.getInt(end + 12)).putLong(small.getInt(end + 16));
    large.putInt(0x07064B50).putInt(0).putLong(end).putInt(1);
    large.putInt(0x06054B50).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
    assertTrue(ApkDirectory.of(Bytes.of(large.array())).orElseThrow().isApk());
  }

  /** A second manifest after those that the end counts is none for Android. */
  @Test
  void readsNoMoreMembersThanTheEndCounts() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("AndroidManifest.xml", "BndroidManifest.xml")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.charAt(0));
      }
    }
    byte[] archive = out.toByteArray();
    archive[new String(archive, StandardCharsets.ISO_8859_1).lastIndexOf("BndroidManifest")] = 'A';
    archive[archive.length - 12] = 1;
    ApkDirectory apk = ApkDirectory.of(Bytes.of(archive)).orElseThrow();
    assertEquals("A", apk.open("AndroidManifest.xml").orElseThrow().text(10));
    assertTrue(apk.repeated().isEmpty());
  }

  /** Of an archive for something else, the reader of archives says what is wrong. */
  @Test
  void anArchiveWhoseDirectoryIsNowhereIsNoPackage() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("a.txt"));
    }
    byte[] archive = out.toByteArray();
    archive[archive.length - 7] = 0x7F;
    assertFalse(ApkDirectory.isPackage("application/zip", Bytes.of(archive)));
    assertTrue(ApkDirectory.isPackage("application/zip", Bytes.of(sample())));
  }

  @Test
  void answersDamageWithMalformed() throws IOException {
    byte[] sample = sample();
    Seeds.plant("dev.assay.formats.apk", sample);
    Random random = new Random(5);
    for (int round = 0; round < 2000; round++) {
      byte[] damaged =
          Arrays.copyOf(sample, round % 2 == 0 ? sample.length : random.nextInt(sample.length));
      for (int change = 0; change < 4 && damaged.length > 0; change++) {
        damaged[random.nextInt(damaged.length)] =
            (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
      }
      survives(damaged);
    }
  }

  static void survives(byte[] content) {
    try {
      ApkDirectory.of(Bytes.of(content))
          .ifPresent(
              apk -> {
                ApkSigningBlock.before(apk.content(), apk.offset());
                apk.open("AndroidManifest.xml").ifPresent(AndroidXml::read);
              });
    } catch (Malformed refused) {
      // Recorded as a problem in a scan.
    }
  }

  private static Element manifest(byte[] apk) {
    return AndroidXml.read(
        ApkDirectory.of(Bytes.of(apk)).orElseThrow().open("AndroidManifest.xml").orElseThrow());
  }

  private static byte[] sample() throws IOException {
    try (InputStream in = ApkDirectoryTest.class.getResourceAsStream("control.apk")) {
      return in.readAllBytes();
    }
  }
}
