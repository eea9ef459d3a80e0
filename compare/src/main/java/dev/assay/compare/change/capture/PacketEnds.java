package dev.assay.compare.change.capture;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Who sends a packet of IP to whom (RFC 791, RFC 8200).
 *
 * @param told addresses, ports and protocol
 * @param protocol of what is in it (IANA, protocol numbers)
 * @param data what is in it, with its head
 */
record PacketEnds(String told, int protocol, Bytes data) {
  static final int TCP = 6;
  static final int UDP = 17;

  /** Empty where it is no packet of IP, or cut. */
  static Optional<PacketEnds> of(Frame frame) {
    try {
      return switch (frame.type()) {
        case Frame.IP, Frame.IP_6 -> ip(frame.data());
        default -> Optional.empty();
      };
    } catch (Malformed cut) {
      return Optional.empty();
    }
  }

  private static Optional<PacketEnds> ip(Bytes packet) {
    int first = packet.block(0, 1).u8(0);
    if (first >> 4 == 4) {
      Block head = packet.block(0, 20);
      return Optional.of(
          ends(
              address(head.bytes(12, 4)),
              address(head.bytes(16, 4)),
              head.u8(9),
              upTo(packet, head.u16be(2)).from((first & 15) * 4L)));
    }
    if (first >> 4 == 6) {
      Block head = packet.block(0, 40);
      return Optional.of(
          ends(
              address(head.bytes(8, 16)),
              address(head.bytes(24, 16)),
              head.u8(6),
              upTo(packet, 40L + head.u16be(4)).from(40)));
    }
    return Optional.empty();
  }

  /** Frames are filled up behind a short packet, and long packets may be cut. */
  private static Bytes upTo(Bytes packet, long size) {
    return packet.slice(0, Math.min(size, packet.size()));
  }

  private static PacketEnds ends(String from, String to, int protocol, Bytes data) {
    if (protocol != TCP && protocol != UDP) {
      return new PacketEnds(from + " > " + to + ", protocol " + protocol, protocol, data);
    }
    Block ports = data.block(0, 4);
    String told =
        "%s.%d > %s.%d, %s"
            .formatted(from, ports.u16be(0), to, ports.u16be(2), protocol == TCP ? "TCP" : "UDP");
    return new PacketEnds(told, protocol, data);
  }

  /** The longest row of zeros is left out of an address of version 6 (RFC 5952 §4.2). */
  static String address(byte[] bytes) {
    try {
      String full = InetAddress.getByAddress(bytes).getHostAddress();
      String longest = "";
      for (String zeros = "0:0"; full.contains(":") && zeros.length() < 16; zeros += ":0") {
        if ((":" + full + ":").contains(":" + zeros + ":")) {
          longest = zeros;
        }
      }
      return longest.isEmpty()
          ? full
          : (":" + full + ":")
              .replaceFirst(":" + longest + ":", "::")
              .replaceFirst("^:(?!:)", "")
              .replaceFirst("(?<!:):$", "")
              .toLowerCase(Locale.ROOT);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
