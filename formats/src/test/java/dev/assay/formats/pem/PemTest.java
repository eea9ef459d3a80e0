package dev.assay.formats.pem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.formats.Bytes;
import dev.assay.model.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class PemTest {
  @Test
  void readsSeveralBlocksBetweenOtherText() {
    Pem pem =
        Pem.read(Bytes.of("head\n" + block("ONE", "AQID") + "middle\r\n" + block("TWO", "BAUG")));
    assertEquals(List.of("ONE", "TWO"), pem.blocks().stream().map(PemBlock::label).toList());
    assertEquals(5, pem.blocks().getFirst().offset());
    assertArrayEquals(new byte[] {4, 5, 6}, pem.blocks().getLast().body());
  }

  @Test
  void readsTheHeadersOfAnEncryptedKey() {
    Pem pem =
        Pem.read(
            Bytes.of(block("KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAQID")));
    assertEquals("4,ENCRYPTED", pem.blocks().getFirst().headers().get("Proc-Type"));
    assertArrayEquals(new byte[] {1, 2, 3}, pem.blocks().getFirst().body());
  }

  @Test
  void findsABlockAcrossPortionsOfALargeContent() {
    Pem pem = Pem.read(Bytes.of("x".repeat((1 << 20) - 4) + block("ONE", "AQID")));
    assertEquals((1 << 20) - 4, pem.blocks().getFirst().offset());
  }

  @Test
  void reportsABlockWithoutEndAndOneThatIsNotBase64() {
    Pem pem = Pem.read(Bytes.of("-----BEGIN A-----\nAQID\n" + block("B", "AQID\n$$$$")));
    assertEquals(
        List.of("pem.end-missing", "pem.base64"),
        pem.problems().stream().map(Problem::code).toList());
  }

  @Test
  void ignoresTheFrameAloneAsProgramsHoldIt() {
    Pem pem = Pem.read(Bytes.of("-----BEGIN PRIVATE KEY-----\0-----END PRIVATE KEY-----\0"));
    assertEquals(new Pem(List.of(), List.of()), pem);
  }

  private static String block(String label, String body) {
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
