package dev.assay.formats.rpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.formats.Bytes;
import dev.assay.formats.HeapMemory;
import dev.assay.formats.Hostile;
import dev.assay.formats.openpgp.OpenPgpNames;
import dev.assay.model.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages that rpmsign and gpg have signed. */
class RpmSignaturesTest {
  @TempDir Path directory;

  private byte[] signed(String key, String options) throws Exception {
    return RpmBuild.in(directory).signed(key, options);
  }

  @ParameterizedTest
  @CsvSource({
    "rsa1024, RSA, 1024",
    "rsa2048, RSA, 2048",
    "dsa1024, DSA, 1024",
    "dsa2048, DSA, 2048",
    "ed25519, EdDSALegacy, 256"
  })
  void tellsByWhichKeyHeaderAndPayloadAreSigned(String key, String algorithm, int bits)
      throws Exception {
    RpmFile file = RpmFile.read(Bytes.of(signed(key, "--rpmv3")));
    assertThat(file.problems()).isEmpty();
    assertThat(file.name() + " " + file.version() + " " + file.architecture())
        .isEqualTo("p 2:1-1 noarch");
    assertThat(file.signatures())
        .extracting(each -> each.part().toString())
        .containsExactly("header", "header and payload");
    assertThat(file.signatures())
        .allSatisfy(
            each -> {
              assertThat(OpenPgpNames.publicKey(each.signature().publicKey())).isEqualTo(algorithm);
              assertThat(each.signature().keyBits()).hasValue(bits);
              assertThat(OpenPgpNames.hash(each.signature().hash())).startsWith("SHA-");
              assertThat(each.signature().issuer()).matches("[0-9a-f]{16}");
              assertThat(each.signature().created()).isPresent();
              assertThat(each.fits()).contains(true);
            });
  }

  @Test
  void everyDigestOfThePackageIsComputed() throws Exception {
    assertThat(RpmFile.read(Bytes.of(signed("rsa2048", ""))).digests())
        .extracting(RpmDigest::toString, RpmDigest::matches)
        .containsExactly(
            tuple("SHA-256 of header", true),
            tuple("SHA-1 of header", true),
            tuple("SHA-256 of payload", true),
            tuple("MD5 of header and payload", true));
  }

  @Test
  void aSignatureOfAnotherPackageIsAProblemWhereItStands() throws Exception {
    byte[] rpm = signed("rsa2048", "--rpmv3");
    RpmHeader signature = RpmParts.of(Bytes.of(rpm)).signature();
    rpm[rpm.length - 4] ^= 1;
    assertThat(new Rpm().decode(Bytes.of(rpm), new HeapMemory()).problems())
        .filteredOn(each -> each.code().equals("rpm.signature"))
        .containsExactly(
            new Problem(
                "rpm.signature",
                signature.place(1002),
                "the signature is of another header and payload; read anyway"));
  }

  @Test
  void aSignatureThatIsNoneIsAProblem() throws Exception {
    byte[] rpm = signed("rsa2048", "");
    long place = RpmParts.of(Bytes.of(rpm)).signature().place(268);
    rpm[(int) place] = 0x11;
    RpmFile file = RpmFile.read(Bytes.of(rpm));
    assertThat(file.signatures()).isEmpty();
    assertThat(file.problems())
        .extracting(Problem::code, Problem::offset)
        .containsExactly(tuple("rpm.signature", place));
  }

  /** rpm 6 has them as texts; here the place of an older tag has the text. */
  @Test
  void signaturesInBase64AreReadAsWell() throws Exception {
    byte[] rpm = signed("ed25519", "--rpmv3");
    RpmHeader signature = RpmParts.of(Bytes.of(rpm)).signature();
    Bytes packet = signature.value(267).orElseThrow().bytes();
    byte[] text = Base64.getEncoder().encode(packet.toArray(4096));
    ByteBuffer all = ByteBuffer.wrap(rpm);
    // What the reserved space of the header has room for.
    int room = (int) signature.place(1008);
    all.put(room, text).put(room + text.length, (byte) 0);
    for (int at = 96 + 16; at < signature.store(); at += 16) {
      if (all.getInt(at) == 267) {
        all.putInt(at, 278).putInt(at + 4, 8).putInt(at + 12, 1);
        all.putInt(at + 8, room - (int) signature.store());
      }
    }
    RpmFile file = RpmFile.read(Bytes.of(rpm));
    assertThat(file.problems()).isEmpty();
    assertThat(file.signatures())
        .extracting(each -> each.at() == room, each -> each.fits().orElse(false))
        .contains(tuple(true, true));
    all.put(room, "&&".getBytes(StandardCharsets.US_ASCII));
    assertThat(RpmFile.read(Bytes.of(rpm)).problems())
        .extracting(Problem::offset)
        .contains((long) room);
  }

  @Test
  void damageOfSignaturesEndsInProblemsOnly() throws Exception {
    Hostile.survives(new Rpm(), signed("ed25519", ""));
  }
}
