package dev.assay.compare.change.capture;

import dev.assay.formats.Block;
import dev.assay.formats.Malformed;
import java.util.Optional;

/** Who asks for, or tells, the station of an address: ARP for IP over Ethernet (RFC 826). */
final class ArpMessage {
  private static final int SIZE = 28;
  private static final int ETHERNET_FOR_IP = 0x0001_0800;
  private static final int SIZES = 0x0604;

  private ArpMessage() {}

  /** Empty where the frame is none, is cut, or is of other addresses. */
  static Optional<String> of(Frame frame) {
    if (frame.type() != Frame.ARP) {
      return Optional.empty();
    }
    try {
      Block block = frame.data().block(0, SIZE);
      if (block.i32be(0) != ETHERNET_FOR_IP || block.u16be(4) != SIZES) {
        return Optional.empty();
      }
      return Optional.of(
          "ARP %s, %s at %s, for %s at %s"
              .formatted(
                  operation(block.u16be(6)),
                  PacketEnds.address(block.bytes(14, 4)),
                  Frame.station(block, 8),
                  PacketEnds.address(block.bytes(24, 4)),
                  Frame.station(block, 18)));
    } catch (Malformed cut) {
      return Optional.empty();
    }
  }

  private static String operation(int number) {
    return switch (number) {
      case 1 -> "request";
      case 2 -> "reply";
      default -> "operation " + number;
    };
  }
}
