package dev.assay.catalogue.forge;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes SSH's wire format (RFC 4251 5): lengths of four bytes before each field. */
final class Wire {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Wire raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Wire number(int value) {
    return raw(ByteBuffer.allocate(4).putInt(value).array());
  }

  Wire field(byte[] bytes) {
    return number(bytes.length).raw(bytes);
  }

  Wire text(String text) {
    return field(text.getBytes(StandardCharsets.US_ASCII));
  }

  Wire integer(BigInteger value) {
    return field(value.toByteArray());
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
