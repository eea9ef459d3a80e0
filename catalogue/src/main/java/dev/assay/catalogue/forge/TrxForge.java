package dev.assay.catalogue.forge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Broadcom's TRX, which has a checksum and no signature.
 *
 * <p>Parameters: {@code altered} after the checksum was computed, {@code appended} (a signature as
 * OpenWrt's fwtool appends it).
 */
public final class TrxForge implements Forge {
  private static final int HEADER = 28;
  private static final int CHECKED_FROM = 12;
  private static final int SIZE = 2048;
  private static final int SIGNATURE = 96;
  private static final int TRAILER = 16;

  @Override
  public String name() {
    return "trx";
  }

  @Override
  public byte[] make(Map<String, Object> parameters) {
    Parameters p = new Parameters(name(), parameters);
    boolean altered = p.flag("altered", false);
    boolean appended = p.flag("appended", false);
    p.done();
    ByteBuffer image = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    image.put("HDR0".getBytes(StandardCharsets.US_ASCII)).putInt(SIZE).putInt(0);
    image.putShort((short) 0).putShort((short) 1).putInt(HEADER).putInt(0).putInt(0);
    image.put("a kernel, or what stands for one\n".repeat(60).getBytes(StandardCharsets.US_ASCII));
    CRC32 crc = new CRC32();
    crc.update(image.array(), CHECKED_FROM, SIZE - CHECKED_FROM);
    image.putInt(8, ~(int) crc.getValue());
    if (altered) {
      image.put(HEADER, (byte) 'A');
    }
    return appended ? signed(image.array()) : image.array();
  }

  private static byte[] signed(byte[] image) {
    ByteBuffer all = ByteBuffer.allocate(image.length + SIGNATURE + TRAILER);
    all.put(image).put(TestKeys.noise("signature", SIGNATURE));
    CRC32 crc = new CRC32();
    crc.update(Arrays.copyOf(all.array(), all.position()));
    all.put("FWx0".getBytes(StandardCharsets.US_ASCII)).putInt((int) crc.getValue());
    all.putInt(0).putInt(SIGNATURE + TRAILER);
    return all.array();
  }
}
