package dev.assay.compare.change.capture;

import dev.assay.compare.change.Crc;
import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Questions and records of a message of DNS (RFC 1035 §4.1; AAAA of RFC 3596, SRV of RFC 2782, OPT
 * of RFC 6891), also over multicast (RFC 6762).
 */
final class DnsMessage {
  private static final int HEAD = 12;
  private static final int LARGEST = 65_535;
  private static final int MOST_QUESTIONS = 8;
  private static final int MOST_RECORDS = 64;
  private static final int LONGEST_NAME = 255;
  private static final int INTERNET = 1;
  private static final int OPT = 41;

  private record Section(String name, int countAt) {}

  private static final List<Section> RECORDS =
      List.of(new Section("answer", 6), new Section("authority", 8), new Section("additional", 10));

  private final Block all;
  private int at = HEAD;

  private DnsMessage(Block all) {
    this.all = all;
  }

  /**
   * What it says by name, {@code says} first, then each record by its section and number.
   *
   * @throws Malformed where it is cut, or a name does not end
   */
  static Map<String, String> of(Bytes message) {
    DnsMessage read = new DnsMessage(message.block(0, (int) Math.min(message.size(), LARGEST)));
    Map<String, String> told = new LinkedHashMap<>();
    told.put("says", read.says());
    for (Section section : RECORDS) {
      int count = read.all.u16be(section.countAt);
      for (int i = 1; i <= Math.min(count, MOST_RECORDS); i++) {
        told.put(section.name + " " + i, read.record());
      }
      if (count > MOST_RECORDS) {
        return told;
      }
    }
    return told;
  }

  private String says() {
    StringBuilder told =
        new StringBuilder((all.u8(2) & 0x80) == 0 ? "DNS query " : "DNS response ");
    told.append(all.u16be(0));
    int code = all.u8(3) & 15;
    if (code != 0) {
      told.append(", code ").append(code);
    }
    told.append(", ").append(all.u16be(6)).append(" answers");
    int questions = all.u16be(4);
    if (questions > MOST_QUESTIONS) {
      throw new Malformed("dns.questions", 4, questions + " questions");
    }
    for (int i = 0; i < questions; i++) {
      String name = name();
      told.append(", ").append(kind(all.u16be(at))).append(group(all.u16be(at + 2))).append(name);
      at += 4;
    }
    return told.toString();
  }

  private String record() {
    String name = name();
    int type = all.u16be(at);
    int group = all.u16be(at + 2);
    long life = all.u32be(at + 4);
    int size = all.u16be(at + 8);
    int from = at + 10;
    String data = data(type, from, size);
    at = from + size;
    return type == OPT
        ? "OPT of at most %d bytes, flags %08x, %s".formatted(group, life, data)
        : "%s%s%s %s for %d s".formatted(kind(type), group(group), name, data, life);
  }

  private String data(int type, int from, int size) {
    Block data = all.slice(from, size);
    return switch (type) {
      case 1 -> size == 4 ? PacketEnds.address(data.bytes(0, 4)) : bytes(data);
      case 28 -> size == 16 ? PacketEnds.address(data.bytes(0, 16)) : bytes(data);
      case 2, 5, 12 -> nameFrom(from);
      case 15 -> data.u16be(0) + " " + nameFrom(from + 2);
      case 16 -> texts(data);
      case 33 ->
          "%d %d %d %s".formatted(data.u16be(0), data.u16be(2), data.u16be(4), nameFrom(from + 6));
      default -> bytes(data);
    };
  }

  private static String bytes(Block data) {
    return Crc.sized(Bytes.of(data.bytes(0, data.size())));
  }

  private static String texts(Block data) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < data.size(); i += 1 + data.u8(i)) {
      texts.add("\"" + data.latin1(i + 1, data.u8(i)) + "\"");
    }
    return String.join(" ", texts);
  }

  private String nameFrom(int from) {
    int behind = at;
    at = from;
    String name = name();
    at = behind;
    return name;
  }

  /**
   * The name at {@link #at}, which is behind it then; its end may stand further in front (§4.1.4).
   */
  private String name() {
    StringBuilder name = new StringBuilder();
    int next = at;
    int behind = -1;
    int before = at;
    while (name.length() <= LONGEST_NAME) {
      int length = all.u8(next++);
      if (length == 0) {
        at = behind < 0 ? next : behind;
        return name.isEmpty() ? "." : name.toString();
      }
      if (length < 0x40) {
        name.append(new String(all.bytes(next, length), StandardCharsets.ISO_8859_1)).append('.');
        next += length;
        continue;
      }
      int target = (length & 0x3F) << 8 | all.u8(next++);
      if (length < 0xC0 || target >= before) {
        throw new Malformed("dns.name", next - 2, "a label that does not lie in front");
      }
      behind = behind < 0 ? next : behind;
      before = target;
      next = target;
    }
    throw new Malformed("dns.name", at, "a name of more than " + LONGEST_NAME + " characters");
  }

  /** The topmost bit asks for an answer to one, or for forgetting others (RFC 6762 §5.4, §10.2). */
  private static String group(int number) {
    return switch (number) {
      case INTERNET -> " ";
      case INTERNET | 0x8000 -> " (unique) ";
      default -> " (class " + number + ") ";
    };
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
      case 43 -> "DS";
      case 46 -> "RRSIG";
      case 47 -> "NSEC";
      case 48 -> "DNSKEY";
      case 65 -> "HTTPS";
      case 255 -> "ANY";
      default -> "type " + type;
    };
  }
}
