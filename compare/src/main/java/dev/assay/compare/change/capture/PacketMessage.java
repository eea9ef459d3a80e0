package dev.assay.compare.change.capture;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a packet of IP says: segments of TCP (RFC 9293 §3.1), ICMP, messages of DNS. */
final class PacketMessage {
  private static final int ICMP = 1;
  private static final int ICMP_6 = 58;
  private static final int DNS = 53;
  private static final int MULTICAST_DNS = 5353;
  private static final int UDP_HEAD = 8;
  private static final List<String> FLAGS =
      List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");

  private PacketMessage() {}

  /** What it says by name, empty where it is none of these, or cut. */
  static Map<String, String> of(PacketEnds packet) {
    try {
      return switch (packet.protocol()) {
        case ICMP, ICMP_6 -> {
          Block head = packet.data().block(0, 2);
          yield Map.of("says", "ICMP type %d, code %d".formatted(head.u8(0), head.u8(1)));
        }
        case PacketEnds.TCP -> Map.of("says", segment(packet.data()));
        case PacketEnds.UDP -> datagram(packet.data());
        default -> Map.of();
      };
    } catch (Malformed cut) {
      return Map.of();
    }
  }

  private static String segment(Bytes data) {
    Block head = data.block(0, 20);
    List<String> flags = new ArrayList<>();
    for (int i = 0; i < FLAGS.size(); i++) {
      if ((head.u8(13) & 1 << i) != 0) {
        flags.add(FLAGS.get(i));
      }
    }
    return "%s, sequence %d, acknowledgement %d, window %d, %d bytes"
        .formatted(
            flags.isEmpty() ? "no flags" : String.join(" ", flags),
            head.u32be(4),
            head.u32be(8),
            head.u16be(14),
            Math.max(0, data.size() - (head.u8(12) >> 4) * 4L));
  }

  private static Map<String, String> datagram(Bytes data) {
    Block head = data.block(0, UDP_HEAD);
    for (int port : new int[] {head.u16be(0), head.u16be(2)}) {
      if (port == DNS || port == MULTICAST_DNS) {
        return DnsMessage.of(data.from(UDP_HEAD));
      }
    }
    return Map.of();
  }
}
