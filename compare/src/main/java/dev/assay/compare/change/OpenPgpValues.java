package dev.assay.compare.change;

import dev.assay.formats.Block;
import dev.assay.formats.Bytes;
import dev.assay.formats.Malformed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Packets of OpenPGP messages and keys (RFC 9580 §4, §5), also in ASCII armour. */
final class OpenPgpValues implements Values {
  private static final int MAX = 16 << 20;
  private static final int DEEPEST = 8;
  private static final int CREATED = 2;
  private static final int SHOWN = 64;
  private static final Set<String> TYPES =
      Set.of("application/pgp-encrypted", "application/pgp-keys");
  private static final Pattern NAME = Pattern.compile(".*\\.(pgp|gpg|sig)");
  private static final Pattern ARMOUR =
      Pattern.compile(
          "-----BEGIN PGP [A-Z ]+-----\\r?\\n(?:[A-Za-z]+: [^\\n]*\\n)*\\r?\\n([A-Za-z0-9+/=\\s]+)-----END");

  @Override
  public String what() {
    return "packet";
  }

  @Override
  public boolean reads(String path, String type, Bytes content) {
    return content.size() > 1
        && content.size() <= MAX
        && (TYPES.contains(type) || type.isEmpty() && NAME.matcher(path).matches());
  }

  @Override
  public ValueSet of(Bytes content) {
    Numbered values = new Numbered();
    packets(content.has(0, "-----BEGIN PGP") ? decoded(content) : content, values, 0);
    return values.toValueSet();
  }

  /** The sum behind the packets begins with an equals sign on a line of its own. */
  private static Bytes decoded(Bytes content) {
    Matcher armour = ARMOUR.matcher(content.text(MAX));
    if (!armour.find()) {
      throw new Malformed("pgp.armour", 0, "the armour has no end");
    }
    String lines = armour.group(1).replaceFirst("\\n=[A-Za-z0-9+/]{4}\\s*$", "");
    try {
      return Bytes.of(Base64.getMimeDecoder().decode(lines));
    } catch (IllegalArgumentException e) {
      throw new Malformed("pgp.armour", 0, "the armour is no Base64");
    }
  }

  private static void packets(Bytes content, Numbered values, int depth) {
    if (depth > DEEPEST) {
      throw new Malformed("pgp.depth", -1, "packets are nested too deeply");
    }
    Block data = content.block(0, (int) content.size());
    int at = 0;
    while (at < data.size()) {
      int head = data.u8(at++);
      if ((head & 0x80) == 0) {
        throw new Malformed("pgp.packet", at, "no packet begins with %02x".formatted(head));
      }
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      boolean recent = (head & 0x40) != 0;
      at = recent ? recent(data, at, body) : old(data, at, head & 3, body);
      packet(recent ? head & 0x3F : head >> 2 & 0xF, Bytes.of(body.toByteArray()), values, depth);
    }
  }

  private static int old(Block data, int from, int kind, ByteArrayOutputStream into) {
    long size =
        switch (kind) {
          case 0 -> data.u8(from);
          case 1 -> data.u16be(from);
          case 2 -> data.u32be(from);
          default -> data.size() - from;
        };
    int start = kind == 3 ? from : from + (1 << kind);
    return take(data, start, size, into);
  }

  /** A body may come in parts, of which all but the last have a power of two as their length. */
  private static int recent(Block data, int from, ByteArrayOutputStream into) {
    int at = from;
    int first = data.u8(at++);
    while (first >= 224 && first < 255) {
      at = take(data, at, 1L << (first & 0x1F), into);
      first = data.u8(at++);
    }
    if (first == 255) {
      return take(data, at + 4, data.u32be(at), into);
    }
    return first < 192
        ? take(data, at, first, into)
        : take(data, at + 1, (first - 192 << 8) + data.u8(at) + 192, into);
  }

  private static int take(Block data, int at, long size, ByteArrayOutputStream into) {
    if (size > data.size() - at) {
      throw new Malformed("pgp.size", at, "a packet of " + size + " bytes does not fit");
    }
    into.writeBytes(data.bytes(at, (int) size));
    return at + (int) size;
  }

  private static void packet(int tag, Bytes body, Numbered values, int depth) {
    switch (tag) {
      case 1 -> {
        values.add("session key for", HexFormat.of().formatHex(body.block(1, 8).bytes(0, 8)));
        numbers("session key", body.from(10), values);
      }
      case 2 -> signature(body, values);
      case 6, 14 ->
          values.add(
              tag == 6 ? "key" : "subkey",
              "version %d, made %d s since 1970"
                  .formatted(body.block(0, 1).u8(0), body.block(1, 4).u32be(0)));
      case 8 -> packets(inflated(body), values, depth + 1);
      case 11 -> {
        int name = body.block(1, 1).u8(0);
        values.add("literal name", body.block(2, name).latin1(0, name));
        values.add("literal date", time(body.block(2L + name, 4).u32be(0)));
        values.add("literal data", body.from(6L + name));
      }
      case 13 -> values.add("user", new String(body.toArray(MAX), StandardCharsets.UTF_8));
      default -> {}
    }
    values.add(name(tag), body);
  }

  /** Version 4 (§5.2.3): two areas of subpackets, two bytes of the hash, then numbers. */
  private static void signature(Bytes body, Numbered values) {
    try {
      fields(body, values);
    } catch (Malformed cut) {
      // The bytes of the packet stay.
    }
  }

  private static void fields(Bytes body, Numbered values) {
    Block head = body.block(0, 6);
    if (head.u8(0) != 4) {
      return;
    }
    values.add(
        "signature kind, algorithm, hash",
        "0x%02x, %d, %d".formatted(head.u8(1), head.u8(2), head.u8(3)));
    long at = 4;
    for (int area = 0; area < 2; area++) {
      int size = body.block(at, 2).u16be(0);
      subpackets(body.block(at + 2, size), values);
      at += 2 + size;
    }
    values.add("signature start of hash", "%04x".formatted(body.block(at, 2).u16be(0)));
    numbers("signature", body.from(at + 2), values);
  }

  private static void subpackets(Block area, Numbered values) {
    int at = 0;
    while (at < area.size()) {
      int first = area.u8(at++);
      int size = first;
      if (first == 255) {
        size = area.i32be(at);
        at += 4;
      } else if (first >= 192) {
        size = (first - 192 << 8) + area.u8(at++) + 192;
      }
      if (size < 1 || size > area.size() - at) {
        throw new Malformed("pgp.subpacket", at, "a subpacket of " + size + " bytes");
      }
      int kind = area.u8(at) & 0x7F;
      values.add(
          "signature subpacket " + kind,
          kind == CREATED && size == 5
              ? time(area.u32be(at + 1))
              : HexFormat.of().formatHex(area.bytes(at + 1, Math.min(size - 1, SHOWN))));
      at += size;
    }
  }

  /** Lengths of the numbers that follow each other, as far as they are such (§3.2). */
  private static void numbers(String name, Bytes numbers, Numbered values) {
    long at = 0;
    while (at + 2 <= numbers.size()) {
      int bits = numbers.block(at, 2).u16be(0);
      at += 2 + (bits + 7) / 8;
      if (at > numbers.size()) {
        return;
      }
      values.add(name + " number", bits + " bits");
    }
  }

  private static String time(long seconds) {
    return Instant.ofEpochSecond(seconds).toString();
  }

  private static String name(int tag) {
    return switch (tag) {
      case 1 -> "encrypted session key";
      case 2 -> "signature";
      case 4 -> "one-pass signature";
      case 8 -> "compressed data";
      case 9, 18, 20 -> "encrypted data";
      default -> "of kind " + tag;
    };
  }

  /** The first byte tells how: 1 is deflate, 2 zlib. */
  private static Bytes inflated(Bytes body) {
    int how = body.block(0, 1).u8(0);
    if (how != 1 && how != 2) {
      throw new Malformed("pgp.compression", -1, "compression " + how + " is not read");
    }
    return Bytes.of(Inflated.of(body.from(1), how == 1, MAX));
  }
}
