package dev.assay.formats.openpgp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;

class OpenPgpFuzzTest {
  private static final Bytes DOCUMENT = Bytes.of(new byte[] {1, 2, 3});

  @FuzzTest
  void answersAnyBytesWithPacketsOrMalformed(byte[] bytes) {
    try {
      for (OpenPgpPacket packet : OpenPgpPacket.all(Bytes.of(bytes))) {
        OpenPgpSignature signature = OpenPgpSignature.read(packet.body());
        signature.begins(DOCUMENT);
        if (signature.created().isPresent() && !signature.issuer().matches("|[0-9a-f]{16}")) {
          throw new AssertionError(signature.issuer());
        }
      }
    } catch (Malformed refused) {
      // An answer.
    }
  }
}
