package dev.assay.verify.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.verify.bundle.Damaged;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
  private static final String WHOLE =
      "{'payloadType':'application/vnd.in-toto+json','payload':'e30=','signatures':[{'keyid':'k','sig':'AQI='}]}";

  private static Envelope read(String json) throws Damaged {
    return Envelope.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "f.json");
  }

  /** The example of the DSSE protocol document. */
  @Test
  void signsThePreAuthenticationEncoding() {
    Envelope envelope =
        new Envelope(
            "http://example.com/HelloWorld",
            "hello world".getBytes(StandardCharsets.UTF_8),
            List.of());
    assertThat(new String(envelope.signedBytes(), StandardCharsets.UTF_8))
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  }

  /** Lengths are of bytes, not of characters. */
  @Test
  void countsBytesInTheEncoding() {
    Envelope envelope = new Envelope("ä", "ßß".getBytes(StandardCharsets.UTF_8), List.of());
    assertThat(new String(envelope.signedBytes(), StandardCharsets.UTF_8))
        .isEqualTo("DSSEv1 2 ä 4 ßß");
  }

  @Property(tries = 100)
  void readsBackWhatItWrote(@ForAll byte[] payload, @ForAll String keyId, @ForAll byte[] signature)
      throws Damaged {
    Envelope written =
        new Envelope(Envelope.IN_TOTO, payload, List.of())
            .with(new Envelope.Signed(keyId, signature));
    Envelope read = Envelope.read(written.bytes(), "f.json");
    assertThat(read.payload()).isEqualTo(payload);
    assertThat(read.signatures().getFirst().keyId()).isEqualTo(keyId);
    assertThat(read.signatures().getFirst().signature()).isEqualTo(signature);
  }

  @Test
  void takesUrlSafeBase64AndFieldsItDoesNotKnow() throws Damaged {
    Envelope envelope = read(WHOLE.replace("AQI=", "_-8=").replace("{'pay", "{'new':[1],'pay"));
    assertThat(envelope.signatures().getFirst().signature())
        .containsExactly((byte) 0xFF, (byte) 0xEF);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "payloadType':'application/vnd.in-toto+json | payloadType':'text/plain | payloadType is",
        "'payload': | 'payloud': | has no text",
        "e30= | e31= | is not base64",
        "e30= | e30 | is not base64",
        "AQI= | AQ I= | signature 1: `sig` is not base64",
        "AQI= | AQJ= | signature 1: `sig` is not base64",
        "'keyid' | 'keyit' | signature 1 has no text",
        "{'keyid':'k','sig':'AQI='} | 7 | f.json: signature 1 is no object",
        "{'keyid':'k','sig':'AQI='} |  | has no signatures",
        "{'payloadType' | ['payloadType' | is not JSON",
        "}]} | }]}} | is not JSON"
      })
  void saysWhatIsWrong(String part, String changed, String message) {
    String json = WHOLE.replace(part, changed == null ? "" : changed);
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(Damaged.class)
        .hasMessageStartingWith("f.json")
        .hasMessageContaining(message);
  }

  @Test
  void refusesAFloodOfSignatures() {
    String one = "{'keyid':'k','sig':'AQI='}";
    assertThatThrownBy(() -> read(WHOLE.replace(one, one + ("," + one).repeat(64))))
        .hasMessageContaining("more than 64 signatures");
  }
}
