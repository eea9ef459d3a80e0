package dev.assay.compare.change.capture;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.Optional;

/**
 * What a packet of a capture carries over its link (libpcap, pcap-linktype): Ethernet with its tags
 * of virtual networks (IEEE 802.3, 802.1Q), Linux' cooked captures, and bare IP.
 *
 * @param type of the data (IANA, IEEE 802 numbers)
 */
record Frame(int type, Bytes data) {
  static final int IP = 0x0800;
  static final int ARP = 0x0806;
  static final int IP_6 = 0x86DD;
  private static final int TAG = 0x8100;
  private static final int SERVICE_TAG = 0x88A8;
  private static final int MOST_TAGS = 4;
  private static final int ETHERNET = 1;
  private static final int RAW = 101;
  private static final int COOKED = 113;

  /** Empty for other links, and where the packet is cut. */
  static Optional<Frame> of(long link, Bytes packet) {
    try {
      return switch ((int) link) {
        case ETHERNET -> Optional.of(at(packet, 12));
        case COOKED -> Optional.of(at(packet, 14));
        case RAW -> Optional.of(new Frame(packet.block(0, 1).u8(0) >> 4 == 6 ? IP_6 : IP, packet));
        default -> Optional.empty();
      };
    } catch (Malformed cut) {
      return Optional.empty();
    }
  }

  private static Frame at(Bytes packet, long from) {
    long at = from;
    for (int tags = 0; ; tags++) {
      int type = packet.block(at, 2).u16be(0);
      if (type != TAG && type != SERVICE_TAG || tags == MOST_TAGS) {
        return new Frame(type, packet.from(at + 2));
      }
      at += 4;
    }
  }

  /** Six bytes as a hardware address is written. */
  static String station(Block block, int at) {
    return "%02x:%02x:%02x:%02x:%02x:%02x"
        .formatted(
            block.u8(at),
            block.u8(at + 1),
            block.u8(at + 2),
            block.u8(at + 3),
            block.u8(at + 4),
            block.u8(at + 5));
  }
}
