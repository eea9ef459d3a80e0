package dev.assay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What signatures in armour say is told where they are all that differs, and in packets as well.
 */
class OpenPgpPairsTest {
  private static final String FINGERPRINT = "210444".repeat(7).substring(0, 42);

  @Test
  void momentKeyAndAlgorithmsOfASignatureAreTold() {
    String left = armour("Version: one", signature(0x58445672, 8, "04" + FINGERPRINT));
    String right = armour("Version: two", signature(0x5866840D, 10, "04" + FINGERPRINT));

    assertThat(changes(left, right))
        .contains(
            signatureAspect("OpenPGP armour header Version", "one", "two"),
            signatureAspect(
                "OpenPGP signature creation time", "2016-12-04T17:46:26Z", "2016-12-30T15:58:05Z"),
            signatureAspect("OpenPGP signature hash algorithm", "8 SHA-256", "10 SHA-512"))
        .noneMatch(each -> each.what().contains("issuer") || each.what().contains("type"));
  }

  @Test
  void aCarriageReturnWithinAHeaderIsPartOfIt() {
    String left = armour("Comment: x\ry", signature(1, 8, "04" + FINGERPRINT));
    String right = armour("Comment: x\rz\r", signature(1, 8, "04" + FINGERPRINT));

    assertThat(changes(left, right))
        .contains(signatureAspect("OpenPGP armour header Comment", "x\ry", "x\rz"));
  }

  @Test
  void whoSignedIsTold() {
    String left = armour("Comment: x", signature(1, 8, "04" + FINGERPRINT));
    String right = armour("Comment: x", signature(1, 8, "04" + "00" + FINGERPRINT.substring(2)));

    assertThat(changes(left, right))
        .contains(
            signatureAspect(
                "OpenPGP signature issuer fingerprint",
                FINGERPRINT,
                "00" + FINGERPRINT.substring(2)));
  }

  @Test
  void aSignatureBelowItsTextIsToldAsWell() {
    String text = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nhello\n";
    String left = text + armour("Comment: x", signature(1, 8, "04" + FINGERPRINT));
    String right = text + armour("Comment: x", signature(2, 8, "04" + FINGERPRINT));

    assertThat(changes(left, right))
        .contains(
            signatureAspect(
                "OpenPGP signature creation time", "1970-01-01T00:00:01Z", "1970-01-01T00:00:02Z"));
  }

  @Test
  void aDamagedSignatureIsOneStill() {
    String left = armour("Comment: x", "c20a0400010800");
    String right = armour("Comment: x", "c20a0400010801");

    assertThat(changes(left, right)).extracting(Aspect::what).containsExactly("OpenPGP signature");
  }

  private static List<Aspect> changes(String left, String right) {
    return Compared.texts(left, right)
        .isEquivalentExcept(Equivalence.SIGNATURE)
        .comparison()
        .findings()
        .getFirst()
        .aspects();
  }

  private static Aspect signatureAspect(String what, String before, String after) {
    return Aspect.same(Equivalence.SIGNATURE, what, before, after);
  }

  /** A packet of version 4 over a binary document by RSA (RFC 9580 §5.2.3), in hexadecimal. */
  private static String signature(int created, int hash, String issuer) {
    String hashed = subpacket("02" + "%08x".formatted(created)) + subpacket("21" + issuer);
    String body = "040001%02x%04x%s0000beef0008aa".formatted(hash, hashed.length() / 2, hashed);
    return "c2%02x%s".formatted(body.length() / 2, body);
  }

  private static String subpacket(String data) {
    return "%02x%s".formatted(data.length() / 2, data);
  }

  private static String armour(String header, String packets) {
    return "-----BEGIN PGP SIGNATURE-----\n%s\n\n%s\n=abcd\n-----END PGP SIGNATURE-----\n"
        .formatted(
            header,
            Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(HexFormat.of().parseHex(packets)));
  }
}
