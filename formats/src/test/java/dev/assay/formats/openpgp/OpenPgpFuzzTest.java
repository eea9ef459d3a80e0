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
        if (signature.keyBits().orElse(1) < 0) {
          throw new AssertionError(signature.keyBits());
        }
        if (signature.created().isPresent() && !signature.issuer().matches("|[0-9a-f]{16}")) {
          throw new AssertionError(signature.issuer());
        }
      }
    } catch (Malformed refused) {
      // An answer.
    }
  }

  @FuzzTest
  void answersAnyBytesWithKeysOrMalformed(byte[] bytes) {
    try {
      for (OpenPgpKey key : OpenPgpKey.all(Bytes.of(bytes))) {
        if (!key.id().matches("[0-9a-f]{16}")) {
          throw new AssertionError(key.id());
        }
        OpenPgpNumbers.first(2, key.material());
      }
    } catch (Malformed refused) {
      // An answer.
    }
  }
}
