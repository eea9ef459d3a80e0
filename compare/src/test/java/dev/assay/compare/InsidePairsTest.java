package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What is told of texts and times that a content keeps in a form of its own. */
class InsidePairsTest {
  @Test
  void timesInExtraFieldsOfAZipAreTimes() throws IOException {
    Compared found =
        Compared.bytes(readAt(1_000_000_000), readAt(1_200_000_000))
            .isEquivalentExcept(Equivalence.MTIME);
    assertThat(found.aspects())
        .containsExactly("zip times in extra fields", "zip times in extra fields: `a.txt`");
  }

  @Test
  void aDeflatedStreamOfAPdfIsToldAsItWasBefore() throws IOException {
    Compared found =
        Compared.bytes(pdf("BT (Hello world) Tj ET "), pdf("BT (Hello again) Tj ET "))
            .isDifferent();
    assertThat(found.comparison().findings().getFirst().aspects())
        .contains(
            Aspect.change(
                "pdf object 1 0 stream inflated, bytes from 0xa",
                "5 bytes: 776f726c64 `world`",
                "5 bytes: 616761696e `again`"));
  }

  @Test
  void aStreamThatOnlyClaimsToBeDeflatedIsToldAsItIs() {
    byte[] left = pdf("not deflated, one".getBytes(StandardCharsets.US_ASCII));
    byte[] right = pdf("not deflated, two".getBytes(StandardCharsets.US_ASCII));
    assertThat(Compared.bytes(left, right).isDifferent().aspects())
        .containsExactly("pdf object 1 0 stream", "pdf object 1 0 stream, bytes from 0x15");
  }

  @Test
  void translationsAreReadInTheCharsetTheirHeaderNames() {
    Charset latin = StandardCharsets.ISO_8859_1;
    byte[] left = catalogue("là", latin);
    byte[] right = catalogue("où", latin);
    assertThat(
            Compared.bytes(left, right).isDifferent().comparison().findings().getFirst().aspects())
        .containsExactly(Aspect.change("message `there`", "là", "où"));
  }

  @Test
  void aCharsetThatNobodyKnowsIsReadAsUtf8() {
    byte[] left = catalogue("là", StandardCharsets.UTF_8);
    byte[] right = catalogue("où", StandardCharsets.UTF_8);
    String named = "ISO-8859-1";
    for (byte[] each : new byte[][] {left, right}) {
      int at = new String(each, StandardCharsets.ISO_8859_1).indexOf(named);
      System.arraycopy("X-NOBODY-9".getBytes(StandardCharsets.US_ASCII), 0, each, at, 10);
    }
    assertThat(
            Compared.bytes(left, right).isDifferent().comparison().findings().getFirst().aspects())
        .containsExactly(Aspect.change("message `there`", "là", "où"));
  }

  private static byte[] readAt(long seconds) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry("a.txt");
      entry.setLastModifiedTime(FileTime.fromMillis(900_000_000_000L));
      entry.setLastAccessTime(FileTime.fromMillis(seconds * 1000));
      zip.putNextEntry(entry);
      zip.write("text".getBytes(StandardCharsets.US_ASCII));
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  private static byte[] pdf(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(out)) {
      deflated.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return pdf(out.toByteArray());
  }

  private static byte[] pdf(byte[] stream) {
    return Forged.concat(
        Forged.bytes("%PDF-1.4\n1 0 obj\n<< /Filter [ /FlateDecode ] >>\nstream\n"),
        stream,
        Forged.bytes("\nendstream\nendobj\ntrailer\n%%EOF\n"));
  }

  /** A header and one translation, of {@code there}. */
  private static byte[] catalogue(String translated, Charset charset) {
    byte[] header = Forged.bytes("Content-Type: text/plain; charset=ISO-8859-1\n");
    byte[] text = translated.getBytes(charset);
    int texts = 28 + 16 + 16;
    byte[] numbers =
        Forged.little(
            0x950412DE,
            0,
            2,
            28,
            44,
            0,
            0, //
            0,
            texts,
            5,
            texts + 1, //
            header.length,
            texts + 7,
            text.length,
            texts + 8 + header.length);
    return Forged.concat(
        numbers, Forged.bytes("\0there\0"), header, new byte[1], text, new byte[1]);
  }
}
