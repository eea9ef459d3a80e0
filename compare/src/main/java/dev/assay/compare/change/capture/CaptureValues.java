package dev.assay.compare.change.capture;

import dev.assay.compare.change.Numbered;
import dev.assay.compare.change.ValueSet;
import dev.assay.compare.change.Values;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Fields;
import java.nio.ByteOrder;
import java.time.Instant;

/** Packets of captures by their number (libpcap, pcap-savefile). */
public final class CaptureValues implements Values {
  private static final int HEADER = 24;
  private static final int PACKET = 16;
  private static final int MICROSECONDS = 0xA1B2C3D4;
  private static final int NANOSECONDS = 0xA1B23C4D;

  @Override
  public String what() {
    return "capture";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return type.isEmpty()
        && content.size() >= HEADER
        && (isIn(ByteOrder.LITTLE_ENDIAN, content) || isIn(ByteOrder.BIG_ENDIAN, content));
  }

  private static boolean isIn(ByteOrder order, Bytes content) {
    int magic = new Fields(content.block(0, 4), order).i32(0);
    return magic == MICROSECONDS || magic == NANOSECONDS;
  }

  @Override
  public ValueSet of(Bytes content) {
    ByteOrder order =
        isIn(ByteOrder.LITTLE_ENDIAN, content) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    Numbered values = new Numbered();
    Fields header = new Fields(content.block(0, HEADER), order);
    values.add("unit of time", "%08x".formatted(header.i32(0)));
    values.add("version", header.u16(4) + "." + header.u16(6));
    values.add("zone and accuracy", header.i32(8) + ", " + header.u32(12));
    values.add("longest packet", String.valueOf(header.u32(16)));
    values.add("link", String.valueOf(header.u32(20)));
    long at = HEADER;
    for (int i = 1; at < content.size(); i++) {
      int number = i;
      Block block = content.block(at, PACKET);
      Fields fields = new Fields(block, order);
      values.add("packet " + i + " time", time(fields.u32(0), fields.u32(4), header.i32(0)));
      values.add("packet " + i + " length", String.valueOf(fields.u32(12)));
      Bytes data = content.slice(at + PACKET, fields.u32(8));
      Frame.of(header.u32(20), data).ifPresent(frame -> said("packet " + number, frame, values));
      values.add("packet " + i, data);
      at += PACKET + fields.u32(8);
    }
    return values.toValueSet();
  }

  private static void said(String packet, Frame frame, Numbered values) {
    ArpMessage.of(frame).ifPresent(said -> values.add(packet + " says", said));
    PacketEnds.of(frame)
        .ifPresent(
            ends -> {
              values.add(packet + " from, to", ends.told());
              PacketMessage.of(ends).forEach((name, said) -> values.add(packet + " " + name, said));
            });
  }

  private static String time(long seconds, long fraction, int unit) {
    long nanoseconds = unit == NANOSECONDS ? fraction : fraction * 1000;
    return nanoseconds < 1_000_000_000
        ? Instant.ofEpochSecond(seconds, nanoseconds).toString()
        : seconds + " s and " + fraction;
  }
}
