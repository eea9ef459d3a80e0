package dev.assay.catalogue.forge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Headers of encrypted volumes, LUKS version 1.
 *
 * <p>Parameters: {@code cipher}, {@code mode}, {@code hash}.
 */
public final class LuksForge implements Forge {
  private static final int SIZE = 4096;

  @Override
  public String name() {
    return "luks";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    ByteBuffer header = ByteBuffer.wrap(TestKeys.noise("volume", SIZE));
    header.put(new byte[] {'L', 'U', 'K', 'S', (byte) 0xBA, (byte) 0xBE}).putShort((short) 1);
    field(header, 8, p.text("cipher", "aes"));
    field(header, 40, p.text("mode", "xts-plain64"));
    field(header, 72, p.text("hash", "sha256"));
    p.done();
    return header.array();
  }

  private static void field(ByteBuffer header, int at, String text) {
    header.put(at, new byte[32]).put(at, text.getBytes(StandardCharsets.US_ASCII));
  }
}
