package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

/** What a reader sees of documents is told, however it is stored; hostile ones end. */
class PdfPairsTest {
  @Test
  void linesThatDifferAreToldWithTheirPage() throws IOException {
    byte[] left = new ForgedPdf().writes("the same", "a first draft").bytes();
    byte[] right = new ForgedPdf().writes("the same", "the last word").bytes();

    assertThat(seen(left, right))
        .containsExactly(
            Aspect.change("text of page 1", "a first draft", ""),
            Aspect.change("text of page 1", "", "the last word"));
  }

  @Test
  void documentsOfOneTextMayBeStoredInTwoWays() throws IOException {
    assertThat(
            seen(
                new ForgedPdf().writes("text").bytes(),
                new ForgedPdf().writes("text").compressed()))
        .containsExactly(Aspect.change("document version", "1.4", "1.6"));
  }

  @Test
  void documentInformationIsToldByItsName() throws IOException {
    byte[] left = new ForgedPdf().says("Author", "Ada").says("Producer", "one").bytes();
    byte[] right = new ForgedPdf().says("Author", "Bob").says("Producer", "one").bytes();

    assertThat(seen(left, right))
        .containsExactly(Aspect.change("document information Author", "Ada", "Bob"));
  }

  @Test
  void metadataIsToldByElement() throws IOException {
    byte[] left = new ForgedPdf().describes("<x><tool>one</tool></x>").bytes();
    byte[] right = new ForgedPdf().describes("<x><tool>two</tool></x>").bytes();

    assertThat(seen(left, right))
        .containsExactly(Aspect.change("document metadata /x/tool", "one", "two"));
  }

  @Test
  void whatWasNotedOnAPageIsTold() throws IOException {
    byte[] left = new ForgedPdf().bytes();
    byte[] right = new ForgedPdf().notes("see below").bytes();

    assertThat(seen(left, right))
        .containsExactly(
            Aspect.change("document page 1 annotation Text Contents", "", "see below"),
            Aspect.change("document page 1 annotations", "", "1 Text"));
  }

  @Test
  void sizesOfPagesAreTold() throws IOException {
    byte[] left = new ForgedPdf().measures(new PDRectangle(100, 200)).bytes();
    byte[] right = new ForgedPdf().measures(new PDRectangle(200, 100)).bytes();

    assertThat(seen(left, right))
        .containsExactly(Aspect.change("document page 1 size", "100.0 x 200.0", "200.0 x 100.0"));
  }

  @Test
  void ofAnEncryptedDocumentOnlyThatItIsIsTold() throws IOException {
    byte[] left = new ForgedPdf().writes("secret").isEncrypted(40).bytes();
    byte[] right = new ForgedPdf().writes("another").isEncrypted(128).bytes();

    assertThat(seen(left, right))
        .containsExactly(
            Aspect.change(
                "document encryption",
                "Standard, version 1, revision 3, key of 40 bits",
                "Standard, version 2, revision 3, key of 128 bits"));
  }

  @Test
  void whatComesToTooMuchIsToldByItsObjects() throws IOException {
    byte[] left = new ForgedPdf().says("Author", "Ada").inflatesTo(200 << 20).bytes();
    byte[] right = new ForgedPdf().says("Author", "Bob").inflatesTo(200 << 20).bytes();

    assertThat(Compared.bytes(left, right).isDifferent().aspects())
        .isNotEmpty()
        .allMatch(each -> each.startsWith("pdf "));
  }

  @Test
  void formsThatDrawFormsWithoutEndAreToldByTheirObjects() throws IOException {
    byte[] left = new ForgedPdf().says("Author", "Ada").doubles(40).bytes();
    byte[] right = new ForgedPdf().says("Author", "Bob").doubles(40).bytes();

    assertThat(Compared.bytes(left, right).isDifferent().aspects())
        .isNotEmpty()
        .allMatch(each -> each.startsWith("pdf "));
  }

  @Test
  void objectsOfSmallParts() throws IOException {
    String start =
        new String(new ForgedPdf().says("Author", "Ada").bytes(), StandardCharsets.ISO_8859_1);
    for (String part : List.of("[]", "<<>>", "1.5 ", "/a ", "()")) {
      String many = "(Ada) /Many [" + part.repeat(3_000_000) + "]";
      byte[] left = start.replace("(Ada)", many).getBytes(StandardCharsets.ISO_8859_1);
      byte[] right = start.replace("(Ada)", many + "/B true").getBytes(StandardCharsets.ISO_8859_1);
      assertThat(Compared.bytes(left, right).isDifferent().aspects())
          .isNotEmpty()
          .allMatch(each -> each.startsWith("pdf "));
    }
  }

  /** All that is told but objects and sizes. */
  private static List<Aspect> seen(byte[] left, byte[] right) {
    return Compared.bytes(left, right).isDifferent().comparison().findings().stream()
        .flatMap(finding -> finding.aspects().stream())
        .filter(aspect -> !aspect.what().startsWith("pdf ") && !aspect.what().equals("size"))
        .toList();
  }
}
