package dev.assay.verify.attest;

import dev.assay.verify.bundle.Damaged;
import dev.assay.verify.json.BadJson;
import dev.assay.verify.json.Json;
import dev.assay.verify.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A DSSE envelope, version 1: a payload and signatures over it. */
public record Envelope(String payloadType, byte[] payload, List<Signed> signatures) {
  /** Bytes in the file. */
  public static final int MAX = 1 << 24;

  static final int MAX_SIGNATURES = 64;

  public static final String IN_TOTO = "application/vnd.in-toto+json";

  public Envelope {
    signatures = List.copyOf(signatures);
  }

  /**
   * One signature.
   *
   * @param keyId helps to find the key and proves nothing
   */
  public record Signed(String keyId, byte[] signature) {}

  /** What a signature covers: the pre-authentication encoding. */
  public byte[] signedBytes() {
    byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(payload.length + type.length + 40);
    bytes.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(type);
    bytes.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(payload);
    return bytes.toByteArray();
  }

  /** This envelope with one signature more. */
  public Envelope with(Signed signature) {
    List<Signed> all = new ArrayList<>(signatures);
    all.add(signature);
    return new Envelope(payloadType, payload, all);
  }

  /** The envelope as a file. */
  public byte[] bytes() {
    Base64.Encoder base64 = Base64.getEncoder();
    List<Json> signed =
        signatures.stream()
            .map(
                each ->
                    (Json)
                        Json.object(
                            "keyid", each.keyId(), "sig", base64.encodeToString(each.signature())))
            .toList();
    Json envelope =
        Json.object(
            "payloadType", payloadType,
            "payload", base64.encodeToString(payload),
            "signatures", signed);
    return (new String(envelope.bytes(), StandardCharsets.UTF_8) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads an envelope.
   *
   * @param file its name, for messages
   */
  public static Envelope read(byte[] bytes, String file) throws Damaged {
    Json json;
    try {
      json = JsonReader.read(bytes);
    } catch (BadJson e) {
      throw new Damaged(file + " is not JSON: " + e.getMessage());
    }
    if (!(json instanceof Json.Obj envelope)) {
      throw new Damaged(file + " is no DSSE envelope");
    }
    String type = text(envelope, "payloadType", file);
    if (!type.equals(IN_TOTO)) {
      throw new Damaged(file + ": payloadType is `" + type + "`, not " + IN_TOTO);
    }
    byte[] payload = base64(envelope, "payload", file);
    List<Json> items = envelope.items("signatures");
    if (items.isEmpty()) {
      throw new Damaged(file + " has no signatures");
    }
    if (items.size() > MAX_SIGNATURES) {
      throw new Damaged(file + " has more than " + MAX_SIGNATURES + " signatures");
    }
    List<Signed> signatures = new ArrayList<>();
    for (Json item : items) {
      String where = file + ": signature " + (signatures.size() + 1);
      if (!(item instanceof Json.Obj signature)) {
        throw new Damaged(where + " is no object");
      }
      signatures.add(new Signed(text(signature, "keyid", where), base64(signature, "sig", where)));
    }
    return new Envelope(type, payload, signatures);
  }

  private static String text(Json.Obj object, String key, String where) throws Damaged {
    return object.text(key).orElseThrow(() -> new Damaged(where + " has no text `" + key + "`"));
  }

  /** Standard or URL-safe (DSSE envelope 1.0.0), and only the one way to write these bytes. */
  private static byte[] base64(Json.Obj object, String key, String where) throws Damaged {
    String text = text(object, key, where);
    boolean urlSafe = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
    try {
      byte[] bytes = (urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(text);
      String again = (urlSafe ? Base64.getUrlEncoder() : Base64.getEncoder()).encodeToString(bytes);
      if (again.equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new Damaged(where + ": `" + key + "` is not base64");
  }
}
