package dev.assay.compare.change;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a packet of IP says: segments of TCP (RFC 9293 §3.1), ICMP, questions of DNS (RFC 1035). */
final class PacketMessage {
  private static final int ICMP = 1;
  private static final int ICMP_6 = 58;
  private static final int DNS = 53;
  private static final int MULTICAST_DNS = 5353;
  private static final int UDP_HEAD = 8;
  private static final int DNS_HEAD = 12;
  private static final int MOST_QUESTIONS = 8;
  private static final int MOST_LABELS = 128;
  private static final List<String> FLAGS =
      List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");

  private PacketMessage() {}

  /** Empty where it is none of these, or cut. */
  static Optional<String> of(PacketEnds packet) {
    try {
      return switch (packet.protocol()) {
        case ICMP, ICMP_6 -> {
          Block head = packet.data().block(0, 2);
          yield Optional.of("ICMP type %d, code %d".formatted(head.u8(0), head.u8(1)));
        }
        case PacketEnds.TCP -> Optional.of(segment(packet.data()));
        case PacketEnds.UDP -> datagram(packet.data());
        default -> Optional.empty();
      };
    } catch (Malformed cut) {
      return Optional.empty();
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

  private static Optional<String> datagram(Bytes data) {
    Block head = data.block(0, UDP_HEAD);
    for (int port : new int[] {head.u16be(0), head.u16be(2)}) {
      if (port == DNS || port == MULTICAST_DNS) {
        return Optional.of(names(data.from(UDP_HEAD)));
      }
    }
    return Optional.empty();
  }

  private static String names(Bytes message) {
    Block all = message.block(0, (int) message.size());
    StringBuilder told = new StringBuilder((all.u8(2) & 0x80) == 0 ? "DNS query" : "DNS response");
    told.append(" %d, %d answers".formatted(all.u16be(0), all.u16be(6)));
    int at = DNS_HEAD;
    for (int i = Math.min(all.u16be(4), MOST_QUESTIONS); i > 0; i--) {
      StringBuilder name = new StringBuilder();
      at = name(all, at, name);
      told.append(", %s %s".formatted(kind(all.u16be(at)), name));
      at += 4;
    }
    return told.toString();
  }

  /** Where the name ends; one that goes on elsewhere (§4.1.4) ends there too. */
  private static int name(Block all, int from, StringBuilder into) {
    int at = from;
    for (int i = 0; i < MOST_LABELS; i++) {
      int length = all.u8(at++);
      if (length == 0) {
        return at;
      }
      if (length >= 0xC0) {
        into.append("…");
        return at + 1;
      }
      into.append(new String(all.bytes(at, length), StandardCharsets.ISO_8859_1)).append('.');
      at += length;
    }
    throw new Malformed("dns.name", from, "a name of more than " + MOST_LABELS + " labels");
  }

  private static String kind(int type) {
    return switch (type) {
      case 1 -> "A";
      case 2 -> "NS";
      case 5 -> "CNAME";
      case 6 -> "SOA";
      case 12 -> "PTR";
      case 15 -> "MX";
      case 16 -> "TXT";
      case 28 -> "AAAA";
      case 33 -> "SRV";
      case 65 -> "HTTPS";
      case 255 -> "ANY";
      default -> "type " + type;
    };
  }
}
